// The store in a bucket of a real S3 door (Debian's Swift): the shared cases, and what only a bucket does.
import * as s3 from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { bucketOfTests } from '../../../tests/peers/bucket.ts';
import { sha256 } from '../../platform/crypto.ts';
import { fileStoreCases } from './cases.ts';
import { keyOf } from './key.ts';

const bucket = bucketOfTests();
const { client, store, uploads } = bucket;
const bytes = Buffer.from('nội dung');
const name = sha256(bytes);

describe('shared cases', () => {
  fileStoreCases(() => ({
    store: async (kind) => (kind === 'here' ? store() : store({ endpoint: 'http://127.0.0.1:9' })),
    async overwrite(file, Body) {
      await client.send(new s3.PutObjectCommand({ Bucket: bucket.name(), Key: keyOf(file), Body }));
    },
  }));
});

describe('in the bucket', () => {
  test('a file lies under the same key as on disk', async () => {
    await store().put([bytes]);
    const { Contents } = await client.send(new s3.ListObjectsV2Command({ Bucket: bucket.name() }));
    expect(Contents?.map(({ Key }) => Key)).toEqual([keyOf(name)]);
  });

  test('a wrong secret or a bucket that is not there is never taken for a missing file', async () => {
    await store().put([bytes]);
    for (const wrong of [
      store({ secretKey: 'wrong' }),
      store({ keyId: 'nobody' }),
      store({ bucket: 'no-such' }),
    ]) {
      const ends = [
        await wrong.get(name),
        await wrong.head(name),
        await wrong.verify(name),
        await wrong.list(null),
      ];
      expect(ends.map(({ kind }) => kind)).toEqual(Array(4).fill('tryAgain'));
      expect(await wrong.put([bytes])).toMatchObject({ kind: 'tryAgain' });
    }
  });

  test('what others keep in the bucket is none of ours', async () => {
    for (const Key of ['aa/bb/ghi-chu.txt', 'x', `zz/${name}`])
      await client.send(new s3.PutObjectCommand({ Bucket: bucket.name(), Key, Body: bytes }));
    await store().put([bytes]);
    expect(await store().list(null)).toEqual({ kind: 'page', names: [name], more: false });
  });

  test('pieces of an upload that never became a file are swept when they are old, and only ours', async () => {
    const half = { Bucket: bucket.name(), Key: keyOf(name) };
    const { UploadId } = await client.send(new s3.CreateMultipartUploadCommand(half));
    const part = Buffer.alloc(5_242_880);
    await client.send(new s3.UploadPartCommand({ ...half, UploadId, PartNumber: 1, Body: part }));
    await client.send(new s3.CreateMultipartUploadCommand({ Bucket: bucket.name(), Key: 'somebody/elses' }));
    const now = Temporal.Now.instant();
    expect(await store().sweep(now.subtract({ hours: 24 }))).toEqual({ kind: 'swept', count: 0 });
    expect(await store().sweep(now.add({ hours: 1 }))).toEqual({ kind: 'swept', count: 1 });
    expect(await uploads()).toEqual(['somebody/elses']);
  });
});
