// All SQL of results, and the one place where their rows become objects.
import { type Selectable, sql } from 'kysely';
import type { ResultsResult } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';

import { send } from '../../platform/prepared.ts';
import { ResultFact } from './facts.ts';
import type { GivenNumber } from './given-number.ts';
import { type FrozenPaper, type Proof, ProofsJson, proofsOf } from './papers/index.ts';
import { sealOf } from './seal.ts';

export interface NewResult {
  readonly given: GivenNumber;
  readonly paper: FrozenPaper;
  readonly sha256: string;
}

/** Writes it. @returns the digest of what is shown of it */
export async function insertResult(tx: Tx, { given, paper, sha256 }: NewResult): Promise<string> {
  const proofs = proofsOf(paper);
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
    proofs: JSON.stringify(proofs),
    sha256,
    check_code: paper.data.verify.code,
    signer_id: given.signer.personId,
    signer_name: given.signer.name,
    signed_at: given.reservedAt,
  });
  await send(tx, insert);
  return sealOf({
    dossierNumber: paper.data.dossierNumber,
    number: given.number,
    title: paper.template.title,
    agencyName: paper.data.head.issuingBody,
    signerName: given.signer.name,
    signedAt: given.reservedAt,
    checkCode: paper.data.verify.code,
    proofs,
    sha256,
  });
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
  return rows.map(resultOf);
}

function resultOf(row: Selectable<ResultsResult>): IssuedResult {
  return {
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
  };
}

/** A result beside the fact of its issue. */
export interface ResultAndFact {
  readonly row: IssuedResult;
  /** The hashed text of the fact; null without one. */
  readonly body: string | null;
}

/** The next results by id, with their facts. @param after the last id of the page before; null = from the first */
export async function resultsWithFacts(
  db: Db | Tx,
  after: string | null,
  limit: number,
): Promise<ResultAndFact[]> {
  let query = db
    .selectFrom('results.result as r')
    .leftJoin('journal.fact as f', (join) =>
      join.on('f.stream', '=', sql<string>`'result:' || r.id`).on('f.name', '=', ResultFact.Issued),
    )
    .selectAll('r')
    .select('f.body')
    .orderBy('r.id')
    .limit(limit);
  if (after !== null) query = query.where('r.id', '>', after);
  return (await query.execute()).map(({ body, ...row }) => ({ row: resultOf(row), body }));
}

/** Streams of results that were issued and whose row is gone. @param limit how many at most */
export async function issuedWithoutRow(
  db: Db | Tx,
  limit: number,
): Promise<{ stream: string; seq: number }[]> {
  const { rows } = await sql<{ stream: string; seq: number }>`
    select f.stream, f.seq from journal.fact f
    where f.name = ${ResultFact.Issued} and not exists (select 1 from results.result r where 'result:' || r.id = f.stream)
    order by f.stream limit ${limit}`.execute(db);
  return rows;
}
