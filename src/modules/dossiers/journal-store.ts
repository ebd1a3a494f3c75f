// Dossiers' rows as the journal tells of them, for holding one against the other.
import { sql } from 'kysely';
import type { Tx } from '../../platform/db.ts';
import type { Told } from './told-by-journal.ts';

const moment = (column: string) =>
  sql.raw(`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`);
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;

/** What the rows of these dossiers say, by id. What is no id has no row. */
export async function rowsOf(db: Tx, ids: readonly string[]): Promise<Map<string, Told>> {
  const { rows } = await sql<Told & { id: string }>`
    select id, owner_id as "ownerId", submitter_id as "submitterId", procedure_id as "procedureId", agency_id as "agencyId", form_hash as "formHash",
      state, number, holder_id as "holderId", money_state as "moneyState", delivery_state as "deliveryState", ${moment('held_since')} as "heldSince",
      ${moment('submitted_at')} as "submittedAt", ${moment('accepted_at')} as "acceptedAt", ${moment('due_original')} as "dueOriginal",
      ${moment('due_current')} as "dueCurrent", ${moment('finished_at')} as "finishedAt", ${moment('delivered_at')} as "deliveredAt"
    from dossiers.dossier where id = any(${ids.filter((id) => UUID.test(id))}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** Dossiers without a stream of facts. @param limit how many are named at most */
export async function rowsWithoutFacts(db: Tx, limit: number): Promise<{ ids: string[]; count: number }> {
  const { rows } = await sql<{ id: string; of: number }>`
    select d.id, count(*) over ()::int as of from dossiers.dossier d
    where not exists (select from journal.stream s where s.stream = 'dossier:' || d.id)
      and not exists (select from journal.fact f where f.stream = 'dossier:' || d.id)
    order by d.id limit ${limit}`.execute(db);
  return { ids: rows.map(({ id }) => id), count: rows[0]?.of ?? 0 };
}
