// All SQL of the catalogue.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import type { ProcedureRow } from './procedure-rows.ts';

export interface FormRow {
  readonly hash: string;
  readonly code: string;
  readonly title: string;
  readonly valid_from: string;
  readonly valid_to: string | null;
  readonly definition: object;
}

/** Forms are immutable: a known hash is left as it is. */
export async function putForms(tx: Tx, rows: readonly FormRow[]): Promise<void> {
  await sql`
    insert into catalogue.form (hash, code, title, valid_from, valid_to, definition)
    select hash, code, title, valid_from, valid_to, definition
    from jsonb_populate_recordset(null::catalogue.form, ${JSON.stringify(rows)}::jsonb)
    on conflict (hash) do nothing`.execute(tx);
}

/** Inserts revisions or corrects them in place; none is ever removed, dossiers point at them. */
export async function putProcedures(tx: Tx, rows: readonly ProcedureRow[]): Promise<void> {
  await sql`
    insert into catalogue.procedure (id, slug, code, name, official_name, field, levels, service_level, audience, processing, fees,
      fee_rule, components, result_document, in_person, presence_note, legal_basis, channels, keywords, essential, form_hash,
      provenance, valid_from, valid_to)
    select id, slug, code, name, official_name, field, levels, service_level, audience, processing, fees,
      fee_rule, components, result_document, in_person, presence_note, legal_basis, channels, keywords, essential, form_hash,
      provenance, valid_from, valid_to
    from jsonb_populate_recordset(null::catalogue.procedure, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set
      name = excluded.name, official_name = excluded.official_name, field = excluded.field, levels = excluded.levels,
      service_level = excluded.service_level, audience = excluded.audience, processing = excluded.processing, fees = excluded.fees,
      fee_rule = excluded.fee_rule, components = excluded.components, result_document = excluded.result_document,
      in_person = excluded.in_person, presence_note = excluded.presence_note, legal_basis = excluded.legal_basis,
      channels = excluded.channels, keywords = excluded.keywords, essential = excluded.essential,
      form_hash = excluded.form_hash, provenance = excluded.provenance, valid_to = excluded.valid_to`.execute(
    tx,
  );
}

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
