// All SQL of agencies but assignments.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import type { AgencyRow, PayeeRow } from './agency-rows.ts';

/** Inserts or corrects agencies in one statement; none is ever removed, dossiers point at them. */
export async function putAgencies(tx: Tx, rows: readonly AgencyRow[]): Promise<void> {
  await sql`
    insert into agencies.agency (id, code, name, level, kind, unit_code, parent_id, valid_from, valid_to, successor_id,
                                 address, phone, sessions, policy)
    select id, code, name, level, kind, unit_code, parent_id, valid_from, valid_to, successor_id, address, phone, sessions, policy
    from json_populate_recordset(null::agencies.agency, ${JSON.stringify(rows)}::json)
    on conflict (id) do update set
      code = excluded.code, name = excluded.name, parent_id = excluded.parent_id, valid_to = excluded.valid_to,
      successor_id = excluded.successor_id, address = excluded.address, phone = excluded.phone,
      sessions = excluded.sessions, policy = excluded.policy`.execute(tx);
}

/** Adds the accounts of a set-up file; one that is known (agency, first day) stays as it is, for bills have named it. */
export async function putPayees(tx: Tx, rows: readonly PayeeRow[]): Promise<void> {
  await sql`
    insert into agencies.payee_account (agency_id, bin, account, holder, valid_from, valid_to)
    select agency_id, bin, account, holder, valid_from, valid_to
    from json_populate_recordset(null::agencies.payee_account, ${JSON.stringify(rows)}::json)
    on conflict (agency_id, valid_from) do nothing`.execute(tx);
}

/** @param json array of rows with bin, shortName, fullName */
export async function replaceBanks(tx: Tx, json: string): Promise<void> {
  await tx.deleteFrom('agencies.bank').execute();
  await sql`
    insert into agencies.bank (bin, short_name, full_name)
    select bin, "shortName", "fullName"
    from json_to_recordset(${json}::json) as b (bin text, "shortName" text, "fullName" text)`.execute(tx);
}

/** Every revision, oldest first. */
export function allAgencies(db: Db) {
  return db.selectFrom('agencies.agency').selectAll().orderBy('valid_from').orderBy('code').execute();
}

/** Every account, past ones too. */
export function allPayees(db: Db) {
  return db.selectFrom('agencies.payee_account').selectAll().execute();
}

/** The days that differ from the week, in order. */
export function allHolidays(db: Db) {
  return db
    .selectFrom('agencies.holiday')
    .select(['date', 'name', 'kind', 'status'])
    .orderBy('date')
    .execute();
}

/** Whether any day off was ever loaded. */
export async function hasDaysOff(db: Db): Promise<boolean> {
  return (await db.selectFrom('agencies.holiday').select('date').limit(1).executeTakeFirst()) !== undefined;
}

/** Whether the agencies of any province are known. */
export async function hasAgencies(db: Db): Promise<boolean> {
  return (await db.selectFrom('agencies.agency').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** By short name, for lists. */
export function allBanks(db: Db) {
  return db.selectFrom('agencies.bank').selectAll().orderBy('short_name').execute();
}
