// One anchor: what the heads of the journal were at a moment, signed and chained to the anchor before. A line of the anchor file.
import { createHash, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { z } from 'zod';

/** A stream's head: its name, the number of its last fact, that fact's hash in base64url. */
export type Head = readonly [stream: string, seq: number, hash: string];

const place = z.object({ file: z.string(), n: z.number().int(), hash: z.string() });

const anchor = z.object({
  /** The file's own name for itself, drawn when it was begun. */
  file: z.string(),
  n: z.number().int().positive(),
  /** Real time, UTC. */
  at: z.string(),
  /** Hash of the anchor before; null in the first. */
  previous: z.string().nullable(),
  /** The last anchor of an earlier file, in the first anchor of a file that was begun anew. */
  follows: place.nullable(),
  /** How many heads moved since the anchor before, and the hash over them. */
  heads: z.number().int(),
  digest: z.string(),
  /** Of the whole journal at that moment: streams, and facts in all. */
  streams: z.number().int(),
  facts: z.number().int(),
  /** Fingerprint of the key. */
  key: z.string(),
});
export type Anchor = z.output<typeof anchor>;

/** A line may list twenty thousand heads, a file a million: they are looked at by hand, without a copy of each. */
const heads = z.custom<readonly Head[]>((list) => Array.isArray(list) && list.every(isHead));
const line = z.object({ anchor, signature: z.string(), heads });

function isHead(one: unknown): one is Head {
  if (!Array.isArray(one) || one.length !== 3) return false;
  const [stream, seq, hash] = one;
  return typeof stream === 'string' && isSeq(seq) && typeof hash === 'string';
}

/** What the database can number a fact with. */
const isSeq = (seq: unknown) => Number.isInteger(seq) && (seq as number) > 0 && (seq as number) < 2 ** 31;

export interface AnchorLine {
  readonly anchor: Anchor;
  readonly signature: string;
  readonly heads: readonly Head[];
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('base64url');

/** What is hashed and signed. The order of the schema is the order of the text. */
const textOf = (one: Anchor) => JSON.stringify(anchor.parse(one));

/** The hash by which the next anchor, and the database, know this one; base64url. */
export const hashOf = (one: Anchor) => sha256(textOf(one));

/** The hash over the heads that an anchor covers. */
export const digestOf = (heads: readonly Head[]) => sha256(JSON.stringify(heads));

/** Tells one public key from another; a private key is known by its public half. */
export function fingerprintOf(key: KeyObject): string {
  const half = key.type === 'private' ? createPublicKey(key) : key;
  return createHash('sha256')
    .update(half.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 16);
}

/** Signs an anchor over its heads and makes the line of it, with its end. */
export function lineOf(
  unsigned: Omit<Anchor, 'heads' | 'digest' | 'key'>,
  heads: readonly Head[],
  key: KeyObject,
): { anchor: Anchor; text: string } {
  const signed: Anchor = {
    ...unsigned,
    heads: heads.length,
    digest: digestOf(heads),
    key: fingerprintOf(key),
  };
  const signature = sign(null, Buffer.from(textOf(signed)), key).toString('base64url');
  return { anchor: signed, text: `${JSON.stringify({ anchor: signed, signature, heads })}\n` };
}

/** Reads a line; undefined when it is none: cut, or never written to its end. */
export function readLine(text: string): AnchorLine | undefined {
  try {
    return line.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** Why an anchor is not one of this key's; null when it is. */
export function objectionTo({ anchor: one, signature, heads }: AnchorLine, key: KeyObject): string | null {
  if (one.key !== fingerprintOf(key))
    return `is signed by another key (${one.key}, ours is ${fingerprintOf(key)})`;
  const half = key.type === 'private' ? createPublicKey(key) : key;
  if (!verify(null, Buffer.from(textOf(one)), half, Buffer.from(signature, 'base64url')))
    return 'does not bear the signature of its key: it was changed';
  if (one.heads !== heads.length || one.digest !== digestOf(heads))
    return 'lists other heads than those that were signed';
  return null;
}
