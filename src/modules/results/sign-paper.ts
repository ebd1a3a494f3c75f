// Between the two transactions of a signing: the paper is made, signed and kept. Nothing here holds a lock.
import { sha256 } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { discardBytes, type FileStore } from '../files/index.ts';
import type { KeptPaper } from './attach-result.ts';
import type { GivenNumber } from './given-number.ts';
import { type FrozenPaper, printResult } from './papers/index.ts';
import type { Signer, SigningOutcome, UnsignedPaper } from './ports.ts';
import { forgetFile, leftOverFiles, noteFile, paperOf } from './store.ts';

export interface SigningMeans {
  readonly db: Db;
  readonly files: FileStore;
  readonly signer: Signer;
  /** How long a signature is waited for, ms; 20,000 when absent, well below the time a number is held. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 20_000;

/** `ended`: the number is not reserved any more. */
export type SignedPaper =
  | ({ readonly kind: 'kept' } & KeptPaper)
  | { readonly kind: 'ended' }
  | Exclude<SigningOutcome, { kind: 'signed' }>;

/**
 * Makes the paper of a reserved number, has it signed, keeps the file. Every attempt makes the same bytes and asks the signer
 * under the same key.
 * @throws when the paper cannot be made
 */
export async function signPaper(means: SigningMeans, given: GivenNumber): Promise<SignedPaper> {
  const paper = await paperOf(means.db, given.id);
  if (!paper) return { kind: 'ended' };
  // Signed and kept by an attempt that came no further.
  if (given.sha256 !== null) {
    const found = await means.files.verify(given.sha256);
    if (found.kind === 'whole') return { kind: 'kept', paper, sha256: given.sha256, size: found.size };
  }
  const outcome = await signed(means, given, paper);
  if (outcome.kind !== 'signed') return outcome;
  const { bytes } = outcome;
  await noteFile(means.db, given.id, sha256(bytes));
  const put = await means.files.put([bytes]);
  if (put.kind !== 'kept')
    return { kind: 'tryAgain', reason: put.kind === 'tryAgain' ? put.reason : put.kind };
  return { ...put, paper };
}

const MOST_AT_ONCE = 100;

/** Throws away the signed papers of void numbers: they were never issued. What the store does not do now is done next time. */
export async function discardVoidPapers({ db, files }: Pick<SigningMeans, 'db' | 'files'>): Promise<void> {
  for (const { id, sha256: name } of await leftOverFiles(db, MOST_AT_ONCE))
    if (await discardBytes(db, files, name)) await forgetFile(db, id);
}

async function signed(
  { signer, patienceMs = PATIENCE_MS }: SigningMeans,
  given: GivenNumber,
  paper: FrozenPaper,
): Promise<SigningOutcome> {
  const unsigned: UnsignedPaper = {
    key: given.id,
    bytes: await printResult(paper.template, paper.data),
    signer: given.signer,
    title: `Số ${given.number}`,
  };
  const deadline = AbortSignal.timeout(patienceMs);
  const late = new Promise<SigningOutcome>((end) => {
    const reason = `no signature within ${patienceMs} ms`;
    deadline.addEventListener('abort', () => end({ kind: 'unknown', reason }), { once: true });
  });
  return Promise.race([signer.sign(unsigned, deadline), late]);
}
