// What the files module asks of whoever keeps the bytes, in its own words: content is named by its SHA-256 and nothing else.
import type { Readable } from 'node:stream';

/** The bytes of one file that have all come and are not kept yet. */
export interface Arrived {
  /** Hexadecimal, lower case. */
  readonly sha256: string;
  /** Bytes. */
  readonly size: number;
  /** At most `length` bytes from `start`; fewer only where the file ends. Each call may cost a read of a disk. */
  read(start: number, length: number): Promise<Buffer>;
}

/** The store did not do it now and may later; nothing half-made is left. `reason` is for the log and names no person. */
export interface TryAgain {
  readonly kind: 'tryAgain';
  readonly reason: string;
  /** There is no room left for it. */
  readonly full?: boolean;
}

/**
 * How a putting ended.
 * - `kept`: the bytes are there, and neither a crash of ours nor of the machine loses them.
 * - `declined`: the judge said no; nothing is kept.
 */
export type PutEnd =
  | { readonly kind: 'kept'; readonly sha256: string; readonly size: number }
  | { readonly kind: 'declined' }
  | TryAgain;

/** `damaged`: something lies under this name whose content is not what the name says. */
export type Absent =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged'; readonly reason: string }
  | TryAgain;

/** `found`: a stream that ends well only when every byte was right; it fails before its last piece otherwise. */
export type GetEnd = { readonly kind: 'found'; readonly size: number; readonly stream: Readable } | Absent;

/** `found` speaks of the name and the length only; nothing was read. */
export type HeadEnd =
  | { readonly kind: 'found'; readonly size: number }
  | { readonly kind: 'missing' }
  | TryAgain;

/** `whole`: every byte was read and is right. */
export type VerifyEnd = { readonly kind: 'whole'; readonly size: number } | Absent;

/** Also `gone` when nothing was there. */
export type DeleteEnd = { readonly kind: 'gone' } | TryAgain;

export type SweepEnd = { readonly kind: 'swept'; readonly count: number } | TryAgain;

/** Names in order; `more` says that others follow the last one. */
export type ListEnd =
  | { readonly kind: 'page'; readonly names: readonly string[]; readonly more: boolean }
  | TryAgain;

/** Where bytes are kept. Every call throws RangeError for a name that is no SHA-256, and otherwise only for bugs. */
export interface FileStore {
  /**
   * Whether people may hand in files: false while the disk that they arrive on has less room left than is kept back for everything else.
   * Asked before each upload; papers of our own are put without asking.
   */
  hasRoom(): Promise<boolean>;
  /**
   * Takes bytes as they come, holding a few MB of them in memory at most, then asks the judge, then keeps them.
   * The same bytes again are kept once; bytes that had been lost or damaged are put back.
   * @param judge looks at the whole file before it is kept; kept without asking when absent
   * @throws what `bytes` or `judge` throws, with nothing kept
   */
  put(
    bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
    judge?: (arrived: Arrived) => boolean | Promise<boolean>,
  ): Promise<PutEnd>;
  /** Opens a file. Up to 16 MB are read and checked before the answer; a larger one is checked as it streams. */
  get(sha256: string): Promise<GetEnd>;
  head(sha256: string): Promise<HeadEnd>;
  delete(sha256: string): Promise<DeleteEnd>;
  /** Reads a whole file and checks it. */
  verify(sha256: string): Promise<VerifyEnd>;
  /** Forgets what began to come before this moment of the machine's clock and was never kept. */
  sweep(before: Temporal.Instant): Promise<SweepEnd>;
  /** Up to a thousand names of what is kept, after the one given, from the first when null. */
  list(after: string | null): Promise<ListEnd>;
}
