// Who may see a result: its owner and the desk by dossier; anyone else only what checks it.
import { sameSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import type { GivenNumber } from './given-number.ts';
import { type IssuedResult, resultsOfDossier, resultsUnder } from './results-store.ts';
import { numbersOfYear } from './store.ts';

export type IssuedPaper = Omit<IssuedResult, 'agencyName'>;

/** The results of a dossier, latest first. The caller has checked who asks. */
export function resultsOf(db: Db, dossierId: string): Promise<IssuedPaper[]> {
  return resultsOfDossier(db, dossierId);
}

/** What proves a paper: no citizen's name stands in it whole. */
export type Verified = Omit<IssuedResult, 'id' | 'checkCode'>;

/** Finds a paper by a dossier number that a person may mean and its check code; null for a wrong pair. */
export async function verifyResult(
  db: Db,
  dossierNumbers: readonly string[],
  code: string,
): Promise<Verified | null> {
  const results = await resultsUnder(db, dossierNumbers);
  const found = results.find((candidate) => sameSecret(candidate.checkCode, code));
  if (!found) return null;
  const { id: _id, checkCode: _code, ...shown } = found;
  return shown;
}

/** An agency's number book of a year, from 1 without gaps: every number used, reserved, or void with its reason. */
export function bookOf(db: Db, agencyId: string, year: number): Promise<GivenNumber[]> {
  return numbersOfYear(db, agencyId, year);
}
