// What every file store must do, wherever the bytes lie. Run against the disk and against a real S3 door by the adapters' tests.
import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Arrived, FileStore, GetEnd } from '../../modules/files/ports.ts';

export interface FileStage {
  /** An empty store; `away` is one that cannot be reached or written. */
  store(kind: 'here' | 'away'): Promise<FileStore>;
  /** Puts other bytes where a kept file lies, behind the store's back. */
  overwrite(sha256: string, bytes: Uint8Array): Promise<void>;
}

const MB = 1_048_576;
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
/** Bytes that no other test has. */
const fresh = (size: number) => randomBytes(size);
/** As a browser sends them. */
function* inPieces(bytes: Uint8Array, size = 65_536) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function given(got: GetEnd): Promise<Buffer> {
  if (got.kind !== 'found') throw new Error(`the file is ${got.kind}`);
  return Buffer.concat(await Array.fromAsync(got.stream as AsyncIterable<Buffer>));
}

/** In memory; through scratch; in several parts for a store that has them; too large to be checked before it is given. */
const SIZES = {
  '1 byte': 1,
  '200 KB': 200_000,
  '1 MB': MB,
  '3 MB': 3 * MB + 7,
  '12 MB': 12 * MB + 1,
  '17 MB': 17 * MB,
};

/** Declares the shared tests. @param stage is called when a test runs */
export function fileStoreCases(stage: () => FileStage): void {
  let store: FileStore;
  beforeEach(async () => {
    store = await stage().store('here');
  });
  const put = async (bytes: Uint8Array) => {
    expect(await store.put(inPieces(bytes))).toMatchObject({ kind: 'kept' });
    return hashOf(bytes);
  };
  const names = async () => {
    const page = await store.list(null);
    return page.kind === 'page' ? page.names : page;
  };

  describe('a file that is put', () => {
    test.each(Object.entries(SIZES))('comes back byte for byte: %s', async (_, size) => {
      const bytes = fresh(size);
      const sha256 = hashOf(bytes);
      expect(await store.put(inPieces(bytes))).toEqual({ kind: 'kept', sha256, size });
      expect(await store.head(sha256)).toEqual({ kind: 'found', size });
      expect(await store.verify(sha256)).toEqual({ kind: 'whole', size });
      const got = await store.get(sha256);
      expect(got).toMatchObject({ kind: 'found', size });
      expect((await given(got)).equals(bytes)).toBe(true);
    });

    test('may hold nothing at all', async () => {
      const sha256 = await put(new Uint8Array());
      expect(await given(await store.get(sha256))).toEqual(Buffer.alloc(0));
      expect(await store.verify(sha256)).toEqual({ kind: 'whole', size: 0 });
    });

    test('is kept once when it comes eight times at the same moment', async () => {
      const bytes = fresh(300_000);
      const ends = await Promise.all(Array.from({ length: 8 }, () => store.put([bytes])));
      expect(ends).toEqual(Array(8).fill({ kind: 'kept', sha256: hashOf(bytes), size: bytes.length }));
      expect(await names()).toEqual([hashOf(bytes)]);
    });

    test.each(['200 KB', '3 MB'] as const)('waits for the judge, who may look anywhere: %s', async (size) => {
      const bytes = fresh(SIZES[size]);
      let seen: Arrived | undefined;
      const end = await store.put(inPieces(bytes), async (arrived) => {
        seen = arrived;
        expect(await arrived.read(0, 5)).toEqual(bytes.subarray(0, 5));
        expect(await arrived.read(150_000, 1000)).toEqual(bytes.subarray(150_000, 151_000));
        expect(await arrived.read(arrived.size - 3, 100)).toEqual(bytes.subarray(-3));
        expect(await arrived.read(arrived.size + 10, 5)).toHaveLength(0);
        expect(await names()).toEqual([]);
        return true;
      });
      expect(end).toMatchObject({ kind: 'kept' });
      expect(seen).toMatchObject({ sha256: hashOf(bytes), size: bytes.length });
    });

    test('is not kept when the judge says no', async () => {
      const bytes = fresh(3 * MB);
      expect(await store.put(inPieces(bytes), () => false)).toEqual({ kind: 'declined' });
      expect(await store.head(hashOf(bytes))).toEqual({ kind: 'missing' });
      expect(await names()).toEqual([]);
    });

    test('is not kept when the sender or the judge breaks off, and that is told as it is', async () => {
      async function* broken() {
        yield fresh(2 * MB);
        throw Object.assign(new Error('reset by peer'), { code: 'ECONNRESET', syscall: 'read' });
      }
      await expect(store.put(broken())).rejects.toThrow('reset by peer');
      const confused = () => {
        throw new Error('confused');
      };
      await expect(store.put([fresh(10)], confused)).rejects.toThrow('confused');
      expect(await names()).toEqual([]);
    });
  });

  describe('a file that is not whole in the store', () => {
    const HARM: Record<string, (bytes: Buffer) => Buffer> = {
      'one bit is wrong': (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes.at(-1)! ^ 1])]),
      'its end is cut off': (bytes) => bytes.subarray(0, -1),
      'something hangs behind it': (bytes) => Buffer.concat([bytes, Buffer.from('x')]),
    };
    const small = Object.keys(HARM).flatMap((harm) => [[harm, '200 KB'] as const, [harm, '3 MB'] as const]);

    test.each(small)('is not given, and known: %s, %s', async (harm, size) => {
      const bytes = fresh(SIZES[size]);
      const sha256 = await put(bytes);
      await stage().overwrite(sha256, HARM[harm]!(bytes));
      expect(await store.verify(sha256)).toMatchObject({ kind: 'damaged' });
      expect(await store.get(sha256)).toMatchObject({ kind: 'damaged' });
    });

    test.each(Object.keys(HARM))(
      'fails before its last piece is given when it is too large to be read first: %s',
      async (harm) => {
        const bytes = fresh(SIZES['17 MB']);
        const sha256 = await put(bytes);
        const wrong = HARM[harm]!(bytes);
        await stage().overwrite(sha256, wrong);
        expect(await store.verify(sha256)).toMatchObject({ kind: 'damaged' });
        const got = await store.get(sha256);
        if (got.kind !== 'found') throw new Error(got.kind);
        let came = 0;
        const reading = (async () => {
          for await (const chunk of got.stream as AsyncIterable<Buffer>) came += chunk.length;
        })();
        await expect(reading).rejects.toThrow(/damaged/u);
        expect(came).toBeLessThan(wrong.length);
      },
    );

    test.each(['200 KB', '3 MB'] as const)(
      'is put right when the same bytes come again: %s',
      async (size) => {
        const bytes = fresh(SIZES[size]);
        const sha256 = await put(bytes);
        await stage().overwrite(sha256, HARM['one bit is wrong']!(bytes));
        await put(bytes);
        expect(await store.verify(sha256)).toEqual({ kind: 'whole', size: bytes.length });
      },
    );
  });

  describe('a file that is not there', () => {
    test('is missing, in every answer', async () => {
      const nobody = hashOf(fresh(8));
      expect(await store.get(nobody)).toEqual({ kind: 'missing' });
      expect(await store.head(nobody)).toEqual({ kind: 'missing' });
      expect(await store.verify(nobody)).toEqual({ kind: 'missing' });
      expect(await store.delete(nobody)).toEqual({ kind: 'gone' });
    });

    test('was deleted; others stay; it may come again', async () => {
      const bytes = fresh(1000);
      const [gone, stays] = [await put(bytes), await put(fresh(1000))];
      expect(await store.delete(gone)).toEqual({ kind: 'gone' });
      expect(await store.get(gone)).toEqual({ kind: 'missing' });
      expect(await store.verify(stays)).toMatchObject({ kind: 'whole' });
      await put(bytes);
      expect(await store.verify(gone)).toMatchObject({ kind: 'whole' });
    });

    test.each(['../../etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(63)}/`])(
      'has a name: %j is none',
      async (name) => {
        for (const act of ['get', 'head', 'verify', 'delete', 'list'] as const)
          await expect(store[act](name)).rejects.toThrow(RangeError);
      },
    );
  });

  describe('the list', () => {
    test('names everything in order, and goes on after a name', async () => {
      const put25 = await Promise.all(Array.from({ length: 25 }, () => put(fresh(10))));
      const sorted = [...put25].sort();
      expect(await store.list(null)).toEqual({ kind: 'page', names: sorted, more: false });
      expect(await store.list(sorted[9]!)).toEqual({ kind: 'page', names: sorted.slice(10), more: false });
      expect(await store.list(sorted[24]!)).toEqual({ kind: 'page', names: [], more: false });
    });
  });

  describe('a store that is away', () => {
    test('says so in every answer, keeps nothing, and asks nobody to wait long', async () => {
      const away = await stage().store('away');
      const sha256 = hashOf(fresh(8));
      const answers = Promise.all([
        away.put([fresh(1000)]),
        away.put(inPieces(fresh(6 * MB))),
        away.get(sha256),
        away.head(sha256),
        away.verify(sha256),
        away.delete(sha256),
        away.list(null),
      ]);
      const late = pause(10_000).then(() => 'too late');
      const ends = await Promise.race([answers, late]);
      expect(ends).toEqual(Array(7).fill({ kind: 'tryAgain', reason: expect.stringMatching(/./u) }));
    });
  });
}
