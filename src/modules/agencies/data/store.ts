// The SQL of what data files say of agencies.
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db.ts';

export interface DayRow {
  /** ISO day. */
  readonly date: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'holiday' | 'make-up' | 'swap-off' | 'swap-work';
  readonly status: 'official' | 'statutory' | 'projected';
  readonly basis: string;
}

export async function daysInTable(tx: Tx): Promise<DayRow[]> {
  const rows = await tx
    .selectFrom('agencies.holiday')
    .select(['date', 'code', 'name', 'kind', 'status', 'basis'])
    .orderBy('date')
    .execute();
  return rows.map((row) => ({
    ...row,
    kind: row.kind as DayRow['kind'],
    status: row.status as DayRow['status'],
  }));
}

export async function writeDays(tx: Tx, rows: readonly DayRow[]): Promise<void> {
  await sql`
    insert into agencies.holiday (date, code, name, kind, status, basis)
    select date, code, name, kind, status, basis
    from json_populate_recordset(null::agencies.holiday, ${JSON.stringify(rows)}::json)
    on conflict (date) do update set code = excluded.code, name = excluded.name, kind = excluded.kind,
      status = excluded.status, basis = excluded.basis`.execute(tx);
}

export async function removeDays(tx: Tx, dates: readonly string[]): Promise<void> {
  if (dates.length > 0) await tx.deleteFrom('agencies.holiday').where('date', 'in', dates).execute();
}
