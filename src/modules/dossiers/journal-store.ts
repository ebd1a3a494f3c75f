// Dossiers' rows beside the facts of their streams, in pages: for holding one against the other.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import { dossierOf } from './columns.ts';
import type { Dossier } from './dossier.ts';
import { DossierFact } from './facts.ts';

export interface RowAndFacts {
  readonly row: Dossier;
  /** The hashed texts of its facts, in order, without the readings. */
  readonly bodies: readonly string[];
  /** The number of its last fact; 0 = it has none. */
  readonly seq: number;
}

/** The next dossiers by id, with their facts. @param after the last id of the page before; null = from the first */
export async function rowsWithFacts(
  db: Db | Tx,
  after: string | null,
  limit: number,
): Promise<RowAndFacts[]> {
  let query = db
    .selectFrom('dossiers.dossier as d')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('journal.fact as f')
          .select([
            sql<
              string[] | null
            >`array_agg(f.body order by f.seq) filter (where f.name <> ${DossierFact.Read})`.as('bodies'),
            sql<number | null>`max(f.seq)`.as('seq'),
          ])
          .where('f.stream', '=', sql<string>`'dossier:' || d.id`)
          .as('told'),
      (join) => join.onTrue(),
    )
    .selectAll('d')
    .select(['told.bodies', 'told.seq'])
    .orderBy('d.id')
    .limit(limit);
  if (after !== null) query = query.where('d.id', '>', after);
  const rows = await query.execute();
  return rows.map(({ bodies, seq, ...row }) => ({
    row: dossierOf(row),
    bodies: bodies ?? [],
    seq: seq ?? 0,
  }));
}

/** Streams of dossiers whose row is gone. @param limit how many at most */
export async function streamsWithoutRow(
  db: Db | Tx,
  limit: number,
): Promise<{ stream: string; seq: number }[]> {
  const { rows } = await sql<{ stream: string; seq: number }>`
    select s.stream, s.seq from journal.stream s
    where s.stream like 'dossier:%' and not exists (select 1 from dossiers.dossier d where 'dossier:' || d.id = s.stream)
    order by s.stream limit ${limit}`.execute(db);
  return rows;
}
