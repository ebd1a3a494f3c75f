// How the S3 adapter ends when the store answers badly or not at all. What it does with a good one: s3.peers.test.ts.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import type { FileStore } from '../../modules/files/ports.ts';
import { sha256 } from '../../platform/crypto.ts';
import { s3Store } from './s3.ts';

const scratchFolder = mkdtempSync(join(tmpdir(), 'motcua-s3-'));
afterAll(() => rmSync(scratchFolder, { recursive: true, force: true }));
let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
  server = undefined;
});

const keys = { region: 'us-east-1', bucket: 'files', keyId: 'k', secretKey: 's' };

/** A store that answers everything in one way. */
async function against(answer: (response: ServerResponse) => void, timeoutMs = 2000): Promise<FileStore> {
  server = createServer((request, response) => {
    request.resume();
    request.on('end', () => answer(response));
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return s3Store({ ...keys, endpoint, scratchFolder, timeoutMs });
}

const name = sha256('x');
const everything = (store: FileStore) =>
  Promise.all([
    store.put([Buffer.from('x')]),
    store.get(name),
    store.head(name),
    store.verify(name),
    store.delete(name),
    store.list(null),
    store.sweep(Temporal.Now.instant()),
  ]);
const fault = (status: number, code: string) => (response: ServerResponse) =>
  response
    .writeHead(status, { 'content-type': 'application/xml' })
    .end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>`);

describe('answers of the store', () => {
  test.each([
    ['a store in trouble', fault(503, 'SlowDown'), /SlowDown|503/u],
    ['a wrong key', fault(403, 'SignatureDoesNotMatch'), /SignatureDoesNotMatch|403/u],
    ['a bucket that is not there', fault(404, 'NoSuchBucket'), /NoSuchBucket|404/u],
    ['a page of somebody else', (r: ServerResponse) => r.writeHead(502).end('<html>bảo trì</html>'), /./u],
    ['a connection that is cut', (r: ServerResponse) => r.destroy(), /ECONNRESET|socket/u],
  ])('%s: try again, whatever was asked', async (_, answer, reason) => {
    for (const end of await everything(await against(answer)))
      expect(end).toEqual({ kind: 'tryAgain', reason: expect.stringMatching(reason) });
    expect(readdirSync(scratchFolder)).toEqual([]);
  });

  test('no answer at all: nobody waits longer than twice the time for one', async () => {
    const store = await against(() => {}, 300);
    const began = performance.now();
    for (const end of await everything(store)) expect(end).toMatchObject({ kind: 'tryAgain' });
    expect(performance.now() - began).toBeLessThan(2500);
  });

  test('a reason names neither the key of the store nor the file', async () => {
    const [put, got] = await everything(await against(fault(403, 'AccessDenied')));
    expect(JSON.stringify([put, got])).not.toMatch(new RegExp(`${name}|127\\.0\\.0\\.1`, 'u'));
  });
});

describe('a file that comes back', () => {
  const body = Buffer.alloc(200_000, 7);
  const file = sha256(body);
  const giving = (bytes: Buffer, then: (response: ServerResponse) => void) => (response: ServerResponse) => {
    response.writeHead(200, { 'content-length': String(body.length) });
    response.write(bytes, () => then(response));
  };

  test('whole: is given', async () => {
    const store = await against(giving(body, (r) => r.end()));
    expect(await store.get(file)).toMatchObject({ kind: 'found', size: body.length });
  });

  test('cut in the middle: is not given, and asked for again later', async () => {
    const store = await against(giving(body.subarray(0, 90_000), (r) => r.destroy()));
    expect(await store.get(file)).toMatchObject({ kind: 'tryAgain' });
    expect(await store.verify(file)).toMatchObject({ kind: 'tryAgain' });
  });

  test('stuck in the middle: nobody waits for ever', async () => {
    const store = await against(
      giving(body.subarray(0, 90_000), () => {}),
      300,
    );
    expect(await store.get(file)).toMatchObject({ kind: 'tryAgain' });
    expect(await store.verify(file)).toMatchObject({ kind: 'tryAgain' });
    expect(readdirSync(scratchFolder)).toEqual([]);
  });

  test('stuck in the middle of what is too large to be held: whoever reads it hears so', async () => {
    const large = Buffer.alloc(20_000_000, 7);
    const store = await against((response) => {
      response.writeHead(200, { 'content-length': String(large.length) });
      response.write(large.subarray(0, 90_000));
    }, 300);
    const got = await store.get(sha256(large));
    if (got.kind !== 'found') throw new Error(got.kind);
    await expect(got.stream.toArray()).rejects.toThrow('stopped coming');
  });

  test('with other content: is not given', async () => {
    const store = await against(giving(Buffer.alloc(200_000, 8), (r) => r.end()));
    expect(await store.get(file)).toMatchObject({ kind: 'damaged' });
  });
});
