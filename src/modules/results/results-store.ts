// All SQL of results, and the one place where their rows become objects.
import type { Db, Tx } from '../../platform/db.ts';
import { send } from '../../platform/prepared.ts';
import type { GivenNumber } from './given-number.ts';
import { type FrozenPaper, type Proof, ProofsJson, proofsOf } from './papers/index.ts';

export interface NewResult {
  readonly given: GivenNumber;
  readonly paper: FrozenPaper;
  readonly sha256: string;
}

export async function insertResult(tx: Tx, { given, paper, sha256 }: NewResult): Promise<void> {
  const insert = tx.insertInto('results.result').values({
    id: given.id,
    dossier_id: given.dossierId,
    dossier_number: paper.data.dossierNumber,
    agency_id: given.agencyId,
    agency_name: paper.data.head.issuingBody,
    number: given.number,
    title: paper.template.title,
    template: paper.template.id,
    data: JSON.stringify(paper.data.values),
    proofs: JSON.stringify(proofsOf(paper)),
    sha256,
    check_code: paper.data.verify.code,
    signer_id: given.signer.personId,
    signer_name: given.signer.name,
    signed_at: given.reservedAt,
  });
  await send(tx, insert);
}

/** A result as it was issued. */
export interface IssuedResult {
  readonly id: string;
  readonly dossierNumber: string;
  readonly number: string;
  readonly title: string;
  /** What may be shown of it to whoever checks it. */
  readonly proofs: readonly Proof[];
  readonly sha256: string;
  readonly agencyName: string;
  readonly signedAt: Temporal.Instant;
  readonly signerName: string;
  readonly checkCode: string;
  readonly replaced: boolean;
}

/** The results of a dossier, latest first. */
export function resultsOfDossier(db: Db, dossierId: string): Promise<IssuedResult[]> {
  return issued(db, 'dossier_id', [dossierId]);
}

/** The results under numbers of dossiers, latest first. */
export async function resultsUnder(db: Db, dossierNumbers: readonly string[]): Promise<IssuedResult[]> {
  return dossierNumbers.length === 0 ? [] : issued(db, 'dossier_number', dossierNumbers);
}

async function issued(
  db: Db,
  by: 'dossier_id' | 'dossier_number',
  values: readonly string[],
): Promise<IssuedResult[]> {
  const rows = await db
    .selectFrom('results.result')
    .selectAll()
    .where(by, 'in', values)
    .orderBy('signed_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    dossierNumber: row.dossier_number,
    number: row.number,
    title: row.title,
    proofs: ProofsJson.parse(row.proofs),
    sha256: row.sha256,
    agencyName: row.agency_name,
    signedAt: row.signed_at,
    signerName: row.signer_name,
    checkCode: row.check_code,
    replaced: row.replaced_by !== null,
  }));
}
