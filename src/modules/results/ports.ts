// What the module asks of whoever puts signatures on papers, in its own words. No transaction is open while it is asked.

/** A paper as it is before it is signed. */
export interface UnsignedPaper {
  /** The same at every attempt at one paper: asking again with it never makes a second signature, nor asks its signer twice. */
  readonly key: string;
  /** A PDF; the same bytes at every attempt. */
  readonly bytes: Buffer;
  readonly signer: { readonly personId: string; readonly name: string };
  /** What the signer is shown where he confirms: "Số 12/2026/TB-UBND". No name of any citizen in it. */
  readonly title: string;
}

/**
 * How a signing ended.
 * - `signed`: the bytes with the signature in them.
 * - `refused`: the signer or his certificate's keeper said no; asking again with the same key changes nothing.
 * - `tryAgain`: nothing was signed, and it may be later; the paper itself is fine.
 * - `unknown`: no answer came, or it is not out yet; asking again with the same key is safe and tells what became of it.
 */
export type SigningOutcome =
  | { readonly kind: 'signed'; readonly bytes: Buffer }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'tryAgain'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Signer {
  /**
   * Signs one paper. Never throws for what the service does; `reason` is for the log and names no person.
   * @param deadline aborts when nobody waits any longer
   */
  sign(paper: UnsignedPaper, deadline: AbortSignal): Promise<SigningOutcome>;
}
