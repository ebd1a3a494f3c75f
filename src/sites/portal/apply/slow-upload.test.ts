// A paper by a slow line: as long as it keeps coming it is taken, however long it takes; one that trickles is told so and leaves nothing.
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answerAll, begin, GENERIC, hiepHoa } from '../../../../tests/support/filing.ts';
import { namesIn } from '../../../../tests/support/kept-files.ts';
import { AN, pdf, type TestPortal, testPortal, type Visitor } from '../../../../tests/support/portal.ts';
import { BODY_PACE } from '../../../platform/http/bodies.ts';
import { registerApply } from './routes.ts';

let portal: TestPortal;
let an: Visitor;
let port: number;

beforeAll(async () => {
  const pace = { ...BODY_PACE, windowMs: 500, windowBytes: 500, lingerMs: 200 };
  portal = await testPortal('2026-11-23T09:00', (app, deps) => registerApply(app, deps), undefined, pace);
  an = await portal.visitor(AN);
  port = Number(new URL(await portal.app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterAll(() => portal?.close());

async function atPaper() {
  const draft = await begin(an, '1.000656');
  await an.post(`${draft}/noi-nop`, { 'co-quan': hiepHoa(portal) });
  await answerAll(portal, an, draft, GENERIC);
  const paper = `${draft}/giay-to/c2`;
  const action = /action="(?<action>[^"]+\?_csrf=[^"]+)"/u.exec((await an.get(paper)).body)?.groups?.action;
  return { draft, action: (action ?? '').replaceAll('&amp;', '&') };
}

/** Sends a file in pieces, each a moment after the last. @returns the answer, once the other end has closed */
function sendSlowly(action: string, bytes: Buffer, piece: number): Promise<string> {
  const before = `--b\r\ncontent-disposition: form-data; name="tep"; filename="cham.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(before), bytes, Buffer.from('\r\n--b--\r\n')]);
  const socket = connect(port, '127.0.0.1');
  socket.write(
    `POST ${action} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: mc_portal=${an.token}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n`,
  );
  let sent = 0;
  const timer = setInterval(() => {
    if (sent < body.length) socket.write(body.subarray(sent, sent + piece));
    sent += piece;
  }, 50);
  return new Promise((done) => {
    let came = '';
    socket.on('data', (text) => {
      came += text;
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      clearInterval(timer);
      done(came);
    });
  });
}

const attached = (draft: string) =>
  portal.deps.db
    .selectFrom('dossiers.draft_file')
    .select('name')
    .where('draft_id', '=', draft.split('/').at(-1) as string)
    .execute();

test('one that trickles ends with 408 and a page, and nothing of it is kept', async () => {
  const { draft, action } = await atPaper();
  const before = await namesIn(portal.deps.files);
  const answer = await sendSlowly(action, Buffer.alloc(1_000_000), 2);
  expect(answer).toMatch(/^HTTP\/1\.1 408 /u);
  expect(answer).toContain('Nội dung gửi lên đến quá chậm');
  expect(await attached(draft)).toEqual([]);
  expect(await namesIn(portal.deps.files)).toEqual(before);
});

test('one at an honest pace is attached, though it takes many times as long', async () => {
  const { draft, action } = await atPaper();
  const { bytes } = pdf('x'.repeat(20_000));
  const answer = await sendSlowly(action, Buffer.from(bytes), 500);
  expect(answer).toMatch(/^HTTP\/1\.1 303 /u);
  expect(await attached(draft)).toEqual([{ name: 'cham.pdf' }]);
});
