// The store in a bucket of a real S3 door when the way there is bad: repeated, told, and nothing half-made.
import { request as ask, createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { bucketOfTests } from '../../../tests/peers/bucket.ts';
import { sha256 } from '../../platform/crypto.ts';

const { endpoint, store, uploads } = bucketOfTests();
const bytes = Buffer.from('nội dung');
const name = sha256(bytes);
const large = Buffer.alloc(12_000_000, 3);

describe('on a bad way to the bucket', () => {
  let relay: Server | undefined;
  afterEach(() => {
    relay?.closeAllConnections();
    relay?.close();
    relay = undefined;
  });

  /** The real door, behind one that does what it is told to some requests: answers 503, or nothing. */
  async function behind(mood: (line: string) => 'pass' | 'busy' | 'silent', timeoutMs = 5000) {
    relay = createServer((req, res) => {
      const what = mood(`${req.method} ${req.url}`);
      if (what === 'pass') {
        const { method, url, headers } = req;
        const onward = ask(`${endpoint}${url}`, { method, headers }, (answer) => {
          res.writeHead(answer.statusCode ?? 500, answer.headers);
          answer.pipe(res);
        });
        onward.on('error', () => res.destroy());
        req.pipe(onward);
      } else {
        req.resume();
        if (what === 'busy') req.on('end', () => res.writeHead(503).end());
      }
    });
    await new Promise<void>((done) => relay?.listen(0, '127.0.0.1', done));
    return store({ endpoint: `http://127.0.0.1:${(relay.address() as AddressInfo).port}`, timeoutMs });
  }

  test('one refused try is repeated and nobody hears of it', async () => {
    let refused = 0;
    const flaky = await behind((line) => (/^(PUT|GET)/u.test(line) && refused++ === 0 ? 'busy' : 'pass'));
    expect(await flaky.put([bytes])).toMatchObject({ kind: 'kept' });
    refused = 0;
    expect(await flaky.get(name)).toMatchObject({ kind: 'found' });
  });

  test.each(['busy', 'silent'] as const)(
    'a large file whose second piece finds the door %s leaves nothing half-made',
    async (how) => {
      const stuck = await behind((line) => (/partNumber=2/u.test(line) ? how : 'pass'), 1000);
      expect(await stuck.put([large])).toMatchObject({ kind: 'tryAgain' });
      expect(await uploads()).toEqual([]);
      expect(await store().head(sha256(large))).toEqual({ kind: 'missing' });
      // And the next time it is kept.
      expect(await store().put([large])).toMatchObject({ kind: 'kept' });
      expect(await store().verify(sha256(large))).toEqual({ kind: 'whole', size: large.length });
    },
  );

  test('when not even the pieces can be taken back, the sweep does it', async () => {
    let broken = false;
    const dying = await behind((line) => {
      broken ||= /partNumber=2/u.test(line);
      return broken ? 'busy' : 'pass';
    });
    expect(await dying.put([large])).toMatchObject({ kind: 'tryAgain' });
    expect(await uploads()).toHaveLength(1);
    expect(await store().sweep(Temporal.Now.instant().add({ hours: 1 }))).toEqual({
      kind: 'swept',
      count: 1,
    });
    expect(await uploads()).toEqual([]);
  });
});
