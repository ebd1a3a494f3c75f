// Who may see a result: its owner and the desk by dossier; anyone else only what checks it.
import { sameSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import type { GivenNumber } from './given-number.ts';
import { numbersOfYear, resultsOfDossier, resultsUnder } from './store.ts';

export interface IssuedPaper {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly sha256: string;
  readonly signedAt: Temporal.Instant;
  readonly signerName: string;
  readonly checkCode: string;
  readonly replaced: boolean;
}

/** The results of a dossier, latest first. The caller has checked who asks. */
export async function resultsOf(db: Db, dossierId: string): Promise<IssuedPaper[]> {
  const rows = await resultsOfDossier(db, dossierId);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    sha256: row.sha256,
    signedAt: row.signed_at,
    signerName: row.signer_name,
    checkCode: row.check_code,
    replaced: row.replaced_by !== null,
  }));
}

/** The minimum that proves a paper: no name of any citizen in it. */
export interface Verified {
  readonly number: string;
  readonly title: string;
  readonly agencyName: string;
  readonly signerName: string;
  readonly signedAt: Temporal.Instant;
  readonly sha256: string;
  readonly replaced: boolean;
}

/** Finds a paper by dossier number and check code; null for a wrong pair. */
export async function verifyResult(db: Db, dossierNumber: string, code: string): Promise<Verified | null> {
  const rows = await resultsUnder(db, dossierNumber);
  const row = rows.find((candidate) => sameSecret(candidate.check_code, code));
  if (!row) return null;
  return {
    number: row.number,
    title: row.title,
    agencyName: row.agency_name,
    signerName: row.signer_name,
    signedAt: row.signed_at,
    sha256: row.sha256,
    replaced: row.replaced_by !== null,
  };
}

/** An agency's number book of a year, from 1 without gaps: every number used, reserved, or void with its reason. */
export function bookOf(db: Db, agencyId: string, year: number): Promise<GivenNumber[]> {
  return numbersOfYear(db, agencyId, year);
}
