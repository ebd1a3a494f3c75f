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

/** Results by id. What is no id has no row. */
export async function resultsById(db: Tx, ids: readonly string[]): Promise<Map<string, IssuedResult>> {
  const known = ids.filter((id) => UUID.test(id));
  if (known.length === 0) return new Map();
  const rows = await db
    .selectFrom('results.result')
    .selectAll()
    .where((e) => sql<boolean>`${e.ref('id')} = any(${known}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, resultOf(row)]));
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** Results without the fact of their issue. @param limit how many are named at most */
export async function resultsWithoutFact(db: Tx, limit: number): Promise<{ ids: string[]; count: number }> {
  const { rows } = await sql<{ id: string; of: number }>`
    select r.id, count(*) over ()::int as of from results.result r
    where not exists (select from journal.fact f where f.stream = 'result:' || r.id and f.name = ${ResultFact.Issued})
    order by r.id limit ${limit}`.execute(db);
  return { ids: rows.map(({ id }) => id), count: rows[0]?.of ?? 0 };
}
