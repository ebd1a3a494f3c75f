// What is sent slowly, or after it has been answered: on a line of its own, as no client of ours would send it.
import { connect, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '../clock.ts';
import { createLog } from '../log.ts';
import { BODY_PACE } from './bodies.ts';
import { createSite } from './site.ts';

const said = (_req: unknown, refusal?: { code: string }) => refusal?.code ?? 'page';
let port: number;
let close: () => Promise<unknown>;
/** Bytes of uploads that were read. */
let read = 0;

beforeAll(async () => {
  const app = await createSite({
    name: 'portal',
    db: {} as never,
    clock: fixedClock('2026-11-23T09:00'),
    log: createLog('test', 'silent'),
    secret: 's',
    secure: false,
    signInPath: '/dang-nhap',
    pages: { notFound: said, refused: said, failed: () => 'failed', unavailable: () => 'later' },
    pace: {
      ...BODY_PACE,
      headMs: 300,
      lookMs: 50,
      formMs: 400,
      windowMs: 500,
      windowBytes: 1_000,
      lingerMs: 300,
    },
  });
  const machine = { guard: 'machine' } as const;
  app.post('/form', { config: machine }, (req) => ({ got: req.body }));
  app.post('/citizen', { config: { guard: 'citizen' } }, () => ({}));
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_req, _payload, done) => done(null));
    scope.post('/upload', { config: { ...machine, multipart: true } }, async (req) => {
      for await (const chunk of req.raw) read += (chunk as Buffer).length;
      return { read };
    });
    // The account service's engine reads its bodies and answers by itself.
    scope.post('/engine', { config: machine }, (req, reply) => {
      reply.hijack();
      req.raw.resume();
      req.raw.on('end', () => reply.raw.end('done'));
    });
    scope.post('/no', { config: { guard: 'citizen', multipart: true } }, () => ({}));
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const at = app.server.address();
  port = typeof at === 'object' && at ? at.port : 0;
  close = () => app.close();
});
afterAll(() => close());

const head = (path: string, length: number | 'chunked', type = 'application/x-www-form-urlencoded') =>
  `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\n${
    length === 'chunked' ? 'Transfer-Encoding: chunked' : `Content-Length: ${length}`
  }\r\n\r\n`;

interface Line {
  readonly socket: Socket;
  /** All that came, when the other end has closed. */
  readonly ended: Promise<string>;
  /** Resolves with what has come when that shows in it. */
  says(pattern: RegExp): Promise<string>;
  /** Sends a piece again and again until the line ends. @returns the bytes that went out */
  keepSending(piece: string | Buffer, everyMs: number): Promise<number>;
}

function line(first: string): Line {
  const socket = connect(port, '127.0.0.1');
  let came = '';
  const ended = new Promise<string>((done) => socket.on('close', () => done(came)));
  socket.on('error', () => {});
  socket.on('data', (bytes) => {
    came += bytes;
  });
  socket.write(first);
  return {
    socket,
    ended,
    says: (pattern) =>
      expect
        .poll(() => came, { timeout: 10_000 })
        .toMatch(pattern)
        .then(() => came),
    async keepSending(piece, everyMs) {
      while (!socket.destroyed) {
        const more = socket.write(piece);
        if (!more) await new Promise((done) => socket.once('drain', done).once('close', done));
        await new Promise((done) => setTimeout(done, everyMs));
      }
      return socket.bytesWritten;
    },
  };
}

describe('is answered 408 in time, and its connection ends:', () => {
  test.each([
    ['a head that does not end', 'GET / HTTP/1.1\r\nHost: x\r\n', 'X'],
    ['a form that trickles', head('/form', 1_000), 'a'],
    ['a form in pieces that trickles', head('/form', 'chunked'), '1\r\na\r\n'],
    ['a form of which nothing comes', head('/form', 1_000), ''],
    ['an upload that trickles', head('/upload', 10_000_000, 'multipart/form-data'), 'a'],
    ['what another engine reads', head('/engine', 1_000), 'a'],
  ])('%s', async (_what, first, piece) => {
    const slow = line(first);
    if (piece) void slow.keepSending(piece, 20);
    const answer = await slow.ended;
    expect(answer).toMatch(/^HTTP\/1\.1 408 /u);
    expect(answer).toMatch(/too-slow$/u);
    expect(answer).toContain("content-security-policy: default-src 'none'");
  });
});

test('an upload at an honest pace may take many times as long', async () => {
  read = 0;
  const pieces = 20;
  const honest = line(head('/upload', pieces * 2_000, 'multipart/form-data'));
  for (let n = 0; n < pieces; n++) {
    await new Promise((done) => setTimeout(done, 80));
    honest.socket.write(Buffer.alloc(2_000));
  }
  expect(await honest.says(/"read"/u)).toContain('{"read":40000}');
  honest.socket.destroy();
});

describe('is answered, and not read to its end:', () => {
  const FAR = 4_000_000_000;
  test.each([
    ['too large a form', head('/form', FAR), 413, 'too-large'],
    ['what is no form', head('/form', FAR, 'application/json'), 415, 'not-a-form'],
    ['an upload without the right', head('/no', FAR, 'multipart/form-data'), 303, ''],
    ['a form to an address that is not there', head('/nowhere', FAR), 404, 'page'],
  ])('%s', async (_what, first, status, words) => {
    const sender = line(first);
    const sent = sender.keepSending(Buffer.alloc(65_536), 0);
    const answer = await sender.says(/\r\n\r\n/u);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `, 'u'));
    expect(answer).toMatch(new RegExp(`${words}$`, 'u'));
    await sender.ended;
    // What lies in the buffers of both machines went out; the rest never did.
    expect(await sent).toBeLessThan(50_000_000);
  });

  test('too large a form in pieces, found out on the way', async () => {
    const sender = line(head('/form', 'chunked'));
    const sent = sender.keepSending(`10000\r\n${'a'.repeat(65_536)}\r\n`, 0);
    expect(await sender.says(/too-large$/u)).toMatch(/^HTTP\/1\.1 413 /u);
    await sender.ended;
    expect(await sent).toBeLessThan(50_000_000);
  });
});

test('a small form that was refused early leaves the connection to the next question', async () => {
  const sender = line(head('/nowhere', 4));
  sender.socket.write(
    'a=bcPOST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=1',
  );
  expect(await sender.says(/"got"/u)).toContain('{"got":{"a":"1"}}');
  sender.socket.destroy();
});

test('tells whoever asks without a body how long the line stays open', async () => {
  const answer = await fetch(`http://127.0.0.1:${port}/khong-co-trang-nay`);
  expect([answer.headers.get('connection'), answer.headers.get('keep-alive')]).toEqual([
    'keep-alive',
    'timeout=72',
  ]);
});
