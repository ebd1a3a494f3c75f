// All SQL of places.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import type { Succession, Unit } from './register.ts';

/** Replaces all units by those of a JSON array in one statement. */
export async function replaceUnits(tx: Tx, json: string): Promise<void> {
  await tx.deleteFrom('places.unit').execute();
  await sql`
    insert into places.unit (code, name, full_name, kind, type, parent_code, valid_from, valid_to, regime, basis)
    select code, name, "fullName", kind, type, "parentCode", "validFrom", "validTo", regime, basis
    from json_to_recordset(${json}::json) as u (
      code text, name text, "fullName" text, kind text, type text, "parentCode" text,
      "validFrom" date, "validTo" date, regime text, basis text)`.execute(tx);
}

/** Replaces all successions by those of a JSON array in one statement. */
export async function replaceSuccessions(tx: Tx, json: string): Promise<void> {
  await tx.deleteFrom('places.succession').execute();
  await sql`
    insert into places.succession (old_code, new_code, kind, effective, partial, basis, verified)
    select "oldCode", "newCode", kind, effective, partial, basis, verified
    from json_to_recordset(${json}::json) as s (
      "oldCode" text, "newCode" text, kind text, effective date, partial boolean, basis text, verified text)`.execute(
    tx,
  );
}

export async function allUnits(db: Db): Promise<Unit[]> {
  const rows = await db.selectFrom('places.unit').selectAll().orderBy('valid_from').orderBy('code').execute();
  return rows.map((row) => ({
    code: row.code,
    name: row.name,
    fullName: row.full_name,
    kind: row.kind as Unit['kind'],
    type: row.type,
    parentCode: row.parent_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    regime: row.regime as Unit['regime'],
  }));
}

export async function allSuccessions(db: Db): Promise<Succession[]> {
  const rows = await db
    .selectFrom('places.succession')
    .select(['old_code', 'new_code', 'effective', 'partial', 'basis'])
    .orderBy('effective')
    .orderBy('old_code')
    .orderBy('new_code')
    .execute();
  return rows.map((row) => ({
    oldCode: row.old_code,
    newCode: row.new_code,
    effective: row.effective,
    partial: row.partial,
    basis: row.basis,
  }));
}
