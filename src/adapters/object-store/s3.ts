// Files in a bucket of an S3-compatible store, under the same keys as on disk. What comes in and what goes out waits in a scratch
// folder of this machine; the bucket is sent whole pieces out of memory, so that each is signed, checked there, and can be repeated.

import { addAbortSignal, Readable } from 'node:stream';
import * as s3 from '@aws-sdk/client-s3';
import type { Arrived, FileStore, GetEnd, HeadEnd, ListEnd, VerifyEnd } from '../../modules/files/ports.ts';
import { CHECKED_FIRST, checked, verified, WRONG } from './checked.ts';
import { keyOf, nameAt } from './key.ts';
import { putThrough, sweepScratch, Tray } from './tray.ts';
import { answered, onDisk, Trouble } from './trouble.ts';

export interface S3Options {
  /** Address of the store's S3 door; the bucket's name goes into the path. */
  readonly endpoint: string;
  readonly region: string;
  /** Must exist, and hold nothing but these files. The key may list it: without that right a missing file looks forbidden. */
  readonly bucket: string;
  readonly keyId: string;
  readonly secretKey: string;
  /** Of this machine, for what is on its way; made when it is not there. */
  readonly scratchFolder: string;
  /** Whether there is room in it for uploads; always when absent. */
  readonly hasRoom?: () => Promise<boolean>;
  /** How long one try waits for an answer, ms; 10,000 when absent. All tries together may take twice that and a second per MB. */
  readonly timeoutMs?: number;
}

/** Bytes of one piece of a large upload; S3 takes no smaller one before the last. */
const PART = 5_242_880;
const TRIES = 3;
const ANSWER_MS = 10_000;
/** A transfer slower than this hangs; bytes a millisecond. */
const SLOWEST = 1000;
const PAGE = 1000;

/** The file store in a bucket. Trouble of the way, of the keys and of the bucket is `tryAgain`. */
export function s3Store(options: S3Options): FileStore {
  const bucket = new Bucket(options);
  const { scratchFolder, timeoutMs: withinMs = ANSWER_MS, hasRoom = async () => true } = options;
  return {
    hasRoom,
    put(...order) {
      const tray = new Tray(scratchFolder);
      return putThrough(tray, order, async (arrived) => {
        await bucket.keep(arrived);
        return { kind: 'kept', sha256: arrived.sha256, size: arrived.size };
      });
    },
    get: async (sha256) => {
      const key = keyOf(sha256);
      return answered(() =>
        bucket.read<GetEnd>(key, (body, size) => give(body, size, sha256, { scratchFolder, withinMs })),
      );
    },
    head: async (sha256) => {
      const key = keyOf(sha256);
      return answered(() => bucket.head(key));
    },
    delete: async (sha256) => {
      const key = keyOf(sha256);
      return answered(async () => {
        await bucket.delete(key);
        return { kind: 'gone' };
      });
    },
    verify: async (sha256) => {
      const key = keyOf(sha256);
      return answered(() => bucket.read<VerifyEnd>(key, (body) => verified(body, sha256)));
    },
    sweep: (before) =>
      answered(async () => {
        const scratch = await onDisk(() => sweepScratch(scratchFolder, before));
        return { kind: 'swept', count: scratch + (await bucket.abortUploads(before)) };
      }),
    list: async (after) => {
      const key = after === null ? undefined : keyOf(after);
      return answered(() => bucket.list(key));
    },
  };
}

/** The same stream, which fails when nothing comes for so long while somebody wants more. */
function coming(source: Readable, withinMs: number): Readable {
  const chunks = (source as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  async function* wanted() {
    for (;;) {
      const late = setTimeout(() => source.destroy(new Trouble('the file stopped coming')), withinMs);
      const next = await chunks.next().finally(() => clearTimeout(late));
      if (next.done) return;
      yield next.value;
    }
  }
  return Readable.from(wanted(), { objectMode: false });
}

interface Giving {
  readonly scratchFolder: string;
  readonly withinMs: number;
}

async function give(body: Readable, size: number, sha256: string, giving: Giving): Promise<GetEnd> {
  const { scratchFolder, withinMs } = giving;
  if (size > CHECKED_FIRST) return { kind: 'found', size, stream: checked(coming(body, withinMs), sha256) };
  const tray = new Tray(scratchFolder);
  try {
    for await (const chunk of body as AsyncIterable<Uint8Array>) await tray.take(chunk);
    const arrived = tray.arrived();
    if (arrived.sha256 !== sha256) return { kind: 'damaged', reason: WRONG };
    return { kind: 'found', size: arrived.size, stream: await tray.handOver() };
  } finally {
    await tray.discard();
  }
}

/** The bucket's commands, each with a deadline; every method throws Trouble for what the store or the way does. */
class Bucket {
  readonly #client: s3.S3Client;
  readonly #Bucket: string;
  readonly #deadlineMs: number;

  constructor({ endpoint, region, bucket, keyId, secretKey, timeoutMs = ANSWER_MS }: S3Options) {
    this.#Bucket = bucket;
    this.#deadlineMs = 2 * timeoutMs;
    this.#client = new s3.S3Client({
      endpoint,
      region,
      credentials: { accessKeyId: keyId, secretAccessKey: secretKey },
      // Other stores than Amazon's know neither its newer checksums (they refuse the upload, or keep the framing as content)
      // nor buckets as host names.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
      forcePathStyle: true,
      expectContinueHeader: false,
      maxAttempts: TRIES,
      requestHandler: {
        connectionTimeout: Math.min(timeoutMs, 3000),
        requestTimeout: timeoutMs,
        throwOnRequestTimeout: true,
        socketTimeout: 0,
      },
    });
  }

  /** Keeps a file: one command, or pieces that become one file in the end; pieces of a failed upload are taken back. */
  async keep({ sha256, size, read }: Arrived): Promise<void> {
    const at = { Bucket: this.#Bucket, Key: keyOf(sha256) };
    if (size <= PART) {
      const Body = await read(0, size);
      await this.#ask((o) => this.#client.send(new s3.PutObjectCommand({ ...at, Body }), o), size);
      return;
    }
    const begun = await this.#ask((o) => this.#client.send(new s3.CreateMultipartUploadCommand(at), o));
    const upload = { ...at, UploadId: begun.UploadId };
    try {
      const Parts: s3.CompletedPart[] = [];
      for (let start = 0; start < size; start += PART) {
        const PartNumber = Parts.length + 1;
        const Body = await read(start, PART);
        const part = new s3.UploadPartCommand({ ...upload, PartNumber, Body });
        const { ETag } = await this.#ask((o) => this.#client.send(part, o), PART);
        Parts.push({ PartNumber, ETag });
      }
      const whole = new s3.CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } });
      await this.#ask((o) => this.#client.send(whole, o), size);
    } catch (error) {
      // What cannot be taken back now is left to the sweep.
      await this.#ask((o) => this.#client.send(new s3.AbortMultipartUploadCommand(upload), o)).catch(
        () => {},
      );
      throw error;
    }
  }

  /** Reads an object, with a deadline for as long as `use` takes; it may give the stream away. */
  async read<T>(
    Key: string,
    use: (body: Readable, size: number) => Promise<T>,
  ): Promise<T | { kind: 'missing' }> {
    return this.#ask(async (o, grant) => {
      const got = await unlessMissing(
        this.#client.send(new s3.GetObjectCommand({ Bucket: this.#Bucket, Key }), o),
      );
      if (!got) return { kind: 'missing' };
      const size = got.ContentLength ?? 0;
      grant(size);
      return use(addAbortSignal(o.abortSignal, got.Body as Readable), size);
    });
  }

  async head(Key: string): Promise<HeadEnd> {
    const Bucket = this.#Bucket;
    const found = await this.#ask((o) =>
      unlessMissing(this.#client.send(new s3.HeadObjectCommand({ Bucket, Key }), o)),
    );
    if (found) return { kind: 'found', size: found.ContentLength ?? 0 };
    // An answer without a body does not say which of the two is missing.
    await this.#ask((o) => this.#client.send(new s3.HeadBucketCommand({ Bucket }), o));
    return { kind: 'missing' };
  }

  async delete(Key: string): Promise<void> {
    const command = new s3.DeleteObjectCommand({ Bucket: this.#Bucket, Key });
    await this.#ask((o) => unlessMissing(this.#client.send(command, o)));
  }

  async list(StartAfter: string | undefined): Promise<ListEnd> {
    for (let after = StartAfter; ; ) {
      const command = new s3.ListObjectsV2Command({
        Bucket: this.#Bucket,
        MaxKeys: PAGE,
        ...(after && { StartAfter: after }),
      });
      const page = await this.#ask((o) => this.#client.send(command, o));
      const keys = (page.Contents ?? []).map(({ Key = '' }) => Key);
      const names = keys.map(nameAt).filter((name) => name !== undefined);
      const more = page.IsTruncated === true && keys.length > 0;
      if (names.length > 0 || !more) return { kind: 'page', names, more };
      after = keys.at(-1);
    }
  }

  /** Takes back the pieces of uploads that began before a moment and never became a file. @returns how many */
  async abortUploads(before: Temporal.Instant): Promise<number> {
    const Bucket = this.#Bucket;
    let aborted = 0;
    let marker: Pick<s3.ListMultipartUploadsCommandInput, 'KeyMarker' | 'UploadIdMarker'> = {};
    for (;;) {
      const command = new s3.ListMultipartUploadsCommand({ Bucket, ...marker });
      const page = await this.#ask((o) => this.#client.send(command, o));
      for (const { Key, UploadId, Initiated } of page.Uploads ?? []) {
        if (!Key || !nameAt(Key) || !Initiated || Initiated.getTime() > before.epochMilliseconds) continue;
        const abort = new s3.AbortMultipartUploadCommand({ Bucket, Key, UploadId });
        await this.#ask((o) => this.#client.send(abort, o));
        aborted += 1;
      }
      if (!page.IsTruncated || !page.NextKeyMarker) return aborted;
      marker = { KeyMarker: page.NextKeyMarker, UploadIdMarker: page.NextUploadIdMarker };
    }
  }

  /** Works with the store until the deadline; `bytes` that travel, and those granted on the way, make it later. */
  async #ask<T>(
    work: (options: { abortSignal: AbortSignal }, grant: (bytes: number) => void) => Promise<T>,
    bytes = 0,
  ): Promise<T> {
    const controller = new AbortController();
    const until = (ms: number) => setTimeout(() => controller.abort(), ms);
    let timer = until(this.#deadlineMs + bytes / SLOWEST);
    const grant = (more: number) => {
      clearTimeout(timer);
      timer = until(this.#deadlineMs + more / SLOWEST);
    };
    try {
      return await work({ abortSignal: controller.signal }, grant);
    } catch (error) {
      throw error instanceof Trouble ? error : new Trouble(reasonOf(error), { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

async function unlessMissing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof s3.NoSuchKey || error instanceof s3.NotFound) return null;
    throw error;
  }
}

/** What the log needs: the store's or the system's word for it and the HTTP status; never an address or a key. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const { code } = error as NodeJS.ErrnoException;
  const status = error instanceof s3.S3ServiceException ? error.$metadata.httpStatusCode : undefined;
  return [error.name, code, status].filter(Boolean).join(' ');
}
