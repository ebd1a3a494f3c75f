// The SQL of what hangs on a dossier: files, slips, hand-overs, proposals; read with it in one query.
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../../db/schema.ts';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { prepared, send } from '../../platform/prepared.ts';
import type { ProposedResult, SlipKind } from './dossier.ts';
import { supplementsJson } from './supplement-store.ts';

const PROPOSAL = ['id', 'at', 'by_id', 'by_name', 'note', 'result', 'returned_at', 'returned_why'] as const;

/** The proposal of a dossier that waits for a signature, as JSON. */
export function proposalJson(e: ExpressionBuilder<DB, never>, dossierId: string) {
  return jsonObjectFrom(
    e
      .selectFrom('dossiers.proposal')
      .select(PROPOSAL)
      .where('dossier_id', '=', dossierId)
      .where('returned_at', 'is', null)
      .limit(1),
  );
}

/** A dossier's row with its lists as JSON. */
export function withParts(db: Db) {
  return db
    .selectFrom('dossiers.dossier')
    .selectAll('dossiers.dossier')
    .select((e) => [
      jsonArrayFrom(
        e
          .selectFrom('dossiers.file')
          .select(['id', 'component', 'sha256', 'name', 'mime', 'size', 'supplement_id'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('id'),
      ).as('files'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.paper')
          .select(['id', 'kind', 'issued_at'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('issued_at'),
      ).as('papers'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.hop')
          .select(['seq', 'at', 'act', 'from_name', 'to_name', 'note'])
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('seq'),
      ).as('hops'),
      jsonArrayFrom(
        e
          .selectFrom('dossiers.proposal')
          .select(PROPOSAL)
          .whereRef('dossier_id', '=', 'dossiers.dossier.id')
          .orderBy('at'),
      ).as('proposals'),
      supplementsJson(e).as('supplements'),
    ]);
}

/** How many files a dossier has for each component. */
export async function fileCounts(tx: Tx, dossierId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx
    .selectFrom('dossiers.file')
    .select((e) => ['component', e.fn.countAll<number>().as('n')])
    .where('dossier_id', '=', dossierId)
    .groupBy('component')
    .execute();
  return new Map(rows.map((row) => [row.component, Number(row.n)]));
}

export interface NewHop {
  readonly dossierId: string;
  readonly at: Temporal.Instant;
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly note?: string;
}

const writeHop = prepared<Required<NewHop>>((tx, v) =>
  tx
    .insertInto('dossiers.hop')
    .columns(['dossier_id', 'seq', 'at', 'act', 'from_name', 'to_name', 'note'])
    .expression((e) =>
      e
        .selectFrom('dossiers.hop')
        .select((f) => [
          sql<string>`${v.dossierId}::uuid`.as('dossier_id'),
          sql<number>`${f.fn.coalesce(f.fn.max('seq'), sql.lit(0))} + 1`.as('seq'),
          sql<Temporal.Instant>`${v.at}::timestamptz`.as('at'),
          sql<string>`${v.act}::text`.as('act'),
          sql<string>`${v.from}::text`.as('from_name'),
          sql<string>`${v.to}::text`.as('to_name'),
          sql<string>`${v.note}::text`.as('note'),
        ])
        .where('dossier_id', '=', v.dossierId),
    ),
);

/** One line of the control sheet (Phiếu kiểm soát): who gave, who took, when. The dossier is locked, so lines do not race. */
export function addHop(tx: Tx, hop: NewHop): Promise<void> {
  return writeHop.send(tx, { note: '', ...hop });
}

/** Freezes what an issued slip says. @returns its id */
export async function addPaper(
  tx: Tx,
  dossierId: string,
  kind: SlipKind,
  data: object,
  at: Temporal.Instant,
): Promise<string> {
  const id = newId();
  const row = { id, dossier_id: dossierId, kind, data: JSON.stringify(data), issued_at: at };
  await send(tx, tx.insertInto('dossiers.paper').values(row));
  return id;
}

/** The frozen data of a slip. */
export function findPaper(db: Db, dossierId: string, paperId: string) {
  return db
    .selectFrom('dossiers.paper')
    .select(['kind', 'data'])
    .where('id', '=', paperId)
    .where('dossier_id', '=', dossierId)
    .executeTakeFirst();
}

export interface NewProposal {
  readonly dossierId: string;
  readonly at: Temporal.Instant;
  readonly byId: string;
  readonly byName: string;
  readonly note: string;
  readonly result: ProposedResult;
}

export async function addProposal(
  tx: Tx,
  { dossierId, at, byId, byName, note, result }: NewProposal,
): Promise<void> {
  const row = {
    id: newId(),
    dossier_id: dossierId,
    at,
    by_id: byId,
    by_name: byName,
    note,
    result: JSON.stringify(result),
  };
  await send(tx, tx.insertInto('dossiers.proposal').values(row));
}

export async function returnProposal(tx: Tx, id: string, at: Temporal.Instant, why: string): Promise<void> {
  const change = { returned_at: at, returned_why: why };
  await send(tx, tx.updateTable('dossiers.proposal').set(change).where('id', '=', id));
}
