// A bucket of its own for every test, in the S3 door of the run.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as s3 from '@aws-sdk/client-s3';
import { afterAll, afterEach, beforeEach, expect, inject } from 'vitest';
import { type S3Options, s3Store } from '../../src/adapters/object-store/s3.ts';
import type { FileStore } from '../../src/modules/files/index.ts';

export interface TestBucket {
  readonly endpoint: string;
  /** A client of the test's own, to look behind the adapter's back. */
  readonly client: s3.S3Client;
  /** The bucket of the running test. */
  name(): string;
  /** The store in this bucket, or one with other settings. */
  store(more?: Partial<S3Options>): FileStore;
  /** Keys of uploads that have pieces and are no file yet. */
  uploads(): Promise<(string | undefined)[]>;
}

let count = 0;

/** Call it where a test file begins. Also sees that no test leaves anything in the scratch folder. */
export function bucketOfTests(): TestBucket {
  const swift = inject('swift');
  const scratchFolder = mkdtempSync(join(tmpdir(), 'motcua-s3-'));
  let Bucket = '';
  const client = new s3.S3Client({
    endpoint: swift.endpoint,
    region: swift.region,
    forcePathStyle: true,
    credentials: { accessKeyId: swift.keyId, secretAccessKey: swift.secretKey },
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  beforeEach(async () => {
    Bucket = `files-${process.pid}-${++count}`;
    await client.send(new s3.CreateBucketCommand({ Bucket }));
  });
  afterEach(() => expect(readdirSync(scratchFolder)).toEqual([]));
  afterAll(() => rmSync(scratchFolder, { recursive: true, force: true }));
  return {
    endpoint: swift.endpoint,
    client,
    name: () => Bucket,
    store: (more = {}) => s3Store({ ...swift, bucket: Bucket, scratchFolder, ...more }),
    async uploads() {
      const { Uploads = [] } = await client.send(new s3.ListMultipartUploadsCommand({ Bucket }));
      return Uploads.map(({ Key }) => Key);
    },
  };
}
