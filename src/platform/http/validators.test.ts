// Parts of a stream: the right bytes whatever pieces it comes in, and a source that fails fails the answer.
import { Readable } from 'node:stream';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { giveParts } from './validators.ts';

const BYTES = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 251));

async function siteOf(source: () => Readable) {
  const app = fastify();
  giveParts(app);
  app.get('/', (_req, reply) =>
    reply
      .headers({
        'accept-ranges': 'bytes',
        'content-length': '1000',
        etag: '"a"',
        'content-type': 'application/pdf',
      })
      .send(source()),
  );
  return app;
}
const inPieces = (length: number) =>
  Readable.from(
    Array.from({ length: Math.ceil(BYTES.length / length) }, (_, at) =>
      BYTES.subarray(at * length, (at + 1) * length),
    ),
  );

test.each([1, 7, 300, 1000])('a stream in pieces of %i bytes', async (length) => {
  const app = await siteOf(() => inPieces(length));
  for (const [range, from, to] of [
    ['bytes=0-0', 0, 1],
    ['bytes=299-300', 299, 301],
    ['bytes=990-', 990, 1000],
    ['bytes=-1', 999, 1000],
  ] as const) {
    const { statusCode, rawPayload } = await app.inject({ url: '/', headers: { range } });
    expect([range, statusCode]).toEqual([range, 206]);
    expect(rawPayload.equals(BYTES.subarray(from, to))).toBe(true);
  }
});

test('what is found damaged on the way breaks off, and is not called whole', async () => {
  const app = await siteOf(() =>
    Readable.from(
      (async function* () {
        yield BYTES.subarray(0, 500);
        throw new Error('damaged');
      })(),
    ),
  );
  const asked = app.inject({ url: '/', headers: { range: 'bytes=400-700' } });
  await expect(asked).rejects.toThrow();
});
