// The SQL of what data files say of agencies.
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db.ts';
import type { AgencyRow } from '../agency-rows.ts';

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

export async function agenciesInTable(tx: Tx): Promise<AgencyRow[]> {
  const rows = await tx.selectFrom('agencies.agency').selectAll().orderBy('code').execute();
  return rows.map((row) => ({
    ...row,
    level: row.level as AgencyRow['level'],
    kind: row.kind as AgencyRow['kind'],
    policy: { endOfDay: (row.policy as { endOfDay?: boolean }).endOfDay ?? true },
  }));
}

export async function bankBins(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('agencies.bank').select('bin').execute();
  return new Set(rows.map((row) => row.bin));
}

/** An agency's account during its days. */
export interface PayeeOfAgency {
  readonly agencyId: string;
  readonly bin: string;
  readonly account: string;
  readonly holder: string;
  readonly from: string;
  readonly to: string | null;
}

export async function payeesInTable(tx: Tx): Promise<PayeeOfAgency[]> {
  const rows = await tx.selectFrom('agencies.payee_account').selectAll().execute();
  return rows.map((row) => ({
    agencyId: row.agency_id,
    bin: row.bin,
    account: row.account,
    holder: row.holder,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export async function writePayees(tx: Tx, rows: readonly PayeeOfAgency[]): Promise<void> {
  for (const { agencyId, from, to, bin, account, holder } of rows) {
    const values = { bin, account, holder, valid_to: to };
    await tx
      .insertInto('agencies.payee_account')
      .values({ agency_id: agencyId, valid_from: from, ...values })
      .onConflict((c) => c.columns(['agency_id', 'valid_from']).doUpdateSet(values))
      .execute();
  }
}
