// All SQL of the catalogue.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';

/** @param json array of rows with name and ministry */
export async function replaceFields(tx: Tx, json: string): Promise<void> {
  await tx.deleteFrom('catalogue.field').execute();
  await sql`
    insert into catalogue.field (name, ministry)
    select name, coalesce(ministry, '') from json_populate_recordset(null::catalogue.field, ${json}::json)
    on conflict (name) do nothing`.execute(tx);
}

export function allProcedures(db: Db) {
  return db.selectFrom('catalogue.procedure').selectAll().orderBy('slug').orderBy('valid_from').execute();
}

export function allForms(db: Db) {
  return db.selectFrom('catalogue.form').select(['hash', 'code', 'definition']).execute();
}

export async function allAssignments(db: Db) {
  const rows = await db.selectFrom('catalogue.form_assignment').selectAll().execute();
  return rows.map((row) => ({
    slug: row.procedure_slug,
    formHash: row.form_hash,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }));
}

export async function allDecidedFees(db: Db) {
  const rows = await db.selectFrom('catalogue.decided_fee').selectAll().execute();
  return rows.map((row) => ({
    fee: row.fee,
    amount: row.amount,
    basis: row.resolution,
    from: row.valid_from,
    to: row.valid_to,
  }));
}
