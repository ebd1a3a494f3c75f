// Nothing damaged goes out as if it were whole: what people hand in is checked before it is given, larger things as they stream.
import { createHash } from 'node:crypto';
import { pipeline, type Readable, Transform, type TransformCallback } from 'node:stream';
import type { VerifyEnd } from '../../modules/files/ports.ts';

/**
 * Files up to this size are read and checked before the answer begins; bytes. More than any upload may hold: reading 10 MB
 * twice costs some 10 ms, and a plain page is worth more to a person than a download that breaks off.
 */
export const CHECKED_FIRST = 16_777_216;

export const WRONG = 'the content is not what the name says';
const damaged = { kind: 'damaged', reason: WRONG } as const;

/** What a file held in memory is found to be. */
export function judged(bytes: Uint8Array, sha256: string): VerifyEnd {
  return hashed(bytes) === sha256 ? { kind: 'whole', size: bytes.length } : damaged;
}

function hashed(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a stream to its end. @throws what the stream throws */
export async function verified(source: Readable, sha256: string): Promise<VerifyEnd> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of source as AsyncIterable<Uint8Array>) {
    hash.update(chunk);
    size += chunk.length;
  }
  return hash.digest('hex') === sha256 ? { kind: 'whole', size } : damaged;
}

/** Keeps one piece back until all have been seen, so that a receiver who counts bytes never has the whole of a wrong file. */
class HeldBack extends Transform {
  readonly #sha256: string;
  readonly #hash = createHash('sha256');
  #held: Uint8Array | null = null;

  constructor(sha256: string) {
    super();
    this.#sha256 = sha256;
  }

  override _transform(chunk: Uint8Array, _encoding: string, done: TransformCallback): void {
    this.#hash.update(chunk);
    const before = this.#held;
    this.#held = chunk;
    done(null, before ?? undefined);
  }

  override _flush(done: TransformCallback): void {
    if (this.#hash.digest('hex') === this.#sha256) done(null, this.#held ?? undefined);
    else done(new Error(`the stored file ${this.#sha256} is damaged: ${WRONG}`));
  }
}

/** The same bytes, failing before their last piece when they are not what the name says. */
export function checked(source: Readable, sha256: string): Readable {
  // Whoever reads is told of a failure by the stream itself.
  return pipeline(source, new HeldBack(sha256), () => {});
}
