// All SQL of the catalogue.
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/db.ts';
import type { FormDefinition } from '../../rules/forms/index.ts';
import { definitionOf, revisionOf } from './columns.ts';
import type { Revision } from './procedure.ts';

/** @param json array of rows with name and ministry */
export async function replaceFields(tx: Tx, json: string): Promise<void> {
  await tx.deleteFrom('catalogue.field').execute();
  await sql`
    insert into catalogue.field (name, ministry)
    select name, coalesce(ministry, '') from json_populate_recordset(null::catalogue.field, ${json}::json)
    on conflict (name) do nothing`.execute(tx);
}

/** Every revision, by slug and first day. */
export async function revisionsInTable(db: Db | Tx): Promise<Revision[]> {
  const rows = await db
    .selectFrom('catalogue.procedure')
    .selectAll()
    .orderBy('slug')
    .orderBy('valid_from')
    .execute();
  return rows.map(revisionOf);
}

/** The revisions whose row cannot be read: slug and first day. The catalogue does not open while there is one. */
export async function unreadableRevisions(db: Db | Tx): Promise<{ slug: string; from: string }[]> {
  const rows = await db.selectFrom('catalogue.procedure').selectAll().orderBy('slug').execute();
  return rows.flatMap((row) => {
    try {
      revisionOf(row);
      return [];
    } catch {
      return [{ slug: row.slug, from: row.valid_from }];
    }
  });
}

/** New revisions, and corrections of known ones in place. */
export async function writeRevisions(tx: Tx, revisions: readonly Revision[]): Promise<void> {
  const rows = revisions.map((one) => ({
    id: one.id,
    slug: one.slug,
    code: one.code,
    name: one.name,
    official_name: one.officialName,
    field: one.field,
    levels: one.levels,
    service_level: one.serviceLevel,
    audience: one.audience,
    processing: one.processing,
    fees: one.fees,
    fee_rule: one.feeRule,
    components: one.components,
    result_document: one.resultDocument,
    in_person: one.inPerson,
    presence_note: one.presenceNote,
    legal_basis: one.legalBasis,
    channels: one.channels,
    keywords: one.keywords,
    essential: one.essential,
    provenance: one.provenance,
    valid_from: one.from,
    valid_to: one.to,
  }));
  await sql`
    insert into catalogue.procedure (id, slug, code, name, official_name, field, levels, service_level, audience, processing, fees,
      fee_rule, components, result_document, in_person, presence_note, legal_basis, channels, keywords, essential,
      provenance, valid_from, valid_to)
    select id, slug, code, name, official_name, field, levels, service_level, audience, processing, fees,
      fee_rule, components, result_document, in_person, presence_note, legal_basis, channels, keywords, essential,
      provenance, valid_from, valid_to
    from jsonb_populate_recordset(null::catalogue.procedure, ${JSON.stringify(rows)}::jsonb)
    on conflict (id) do update set
      name = excluded.name, official_name = excluded.official_name, field = excluded.field, levels = excluded.levels,
      service_level = excluded.service_level, audience = excluded.audience, processing = excluded.processing, fees = excluded.fees,
      fee_rule = excluded.fee_rule, components = excluded.components, result_document = excluded.result_document,
      in_person = excluded.in_person, presence_note = excluded.presence_note, legal_basis = excluded.legal_basis,
      channels = excluded.channels, keywords = excluded.keywords, essential = excluded.essential,
      provenance = excluded.provenance, valid_to = excluded.valid_to`.execute(tx);
}

/** The names of the fields (lĩnh vực) that there are. */
export async function fieldNames(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('catalogue.field').select('name').execute();
  return new Set(rows.map((row) => row.name));
}

export async function procedureSlugs(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.selectFrom('catalogue.procedure').select('slug').distinct().execute();
  return new Set(rows.map((row) => row.slug));
}

/** The hashes of the texts of a form's revision; the last is the one that holds. */
export async function formTexts(tx: Tx, code: string, revision: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('catalogue.form')
    .select('hash')
    .where('code', '=', code)
    .where('revision', '=', revision)
    .orderBy('loaded_at')
    .execute();
  return rows.map((row) => row.hash);
}

/** Every text of a form by its hash. */
export async function formDefinitions(db: Db | Tx): Promise<ReadonlyMap<string, FormDefinition>> {
  const rows = await db.selectFrom('catalogue.form').select(['hash', 'definition']).execute();
  return new Map(rows.map((row) => [row.hash, definitionOf(row.definition)]));
}

/** Keeps a text; one that is known becomes the last loaded of its revision. */
export async function writeForm(tx: Tx, hash: string, definition: FormDefinition): Promise<void> {
  const { code, revision, title } = definition;
  await tx
    .insertInto('catalogue.form')
    .values({ hash, code, revision, title, definition: JSON.stringify(definition) })
    .onConflict((c) => c.column('hash').doUpdateSet({ loaded_at: sql`clock_timestamp()` }))
    .execute();
}

/** What was filed with one text is filed with another from now on. */
export async function moveAssignments(tx: Tx, from: string, to: string): Promise<void> {
  await tx
    .updateTable('catalogue.form_assignment')
    .set({ form_hash: to })
    .where('form_hash', '=', from)
    .execute();
}

/** A procedure is filed with a form, from a day to a day. */
export interface Assignment {
  /** Slug, or `*`. */
  readonly procedure: string;
  readonly formHash: string;
  readonly from: string;
  readonly to: string | null;
}

export async function assignmentsInTable(db: Db | Tx): Promise<Assignment[]> {
  const rows = await db.selectFrom('catalogue.form_assignment').selectAll().execute();
  return rows.map((row) => ({
    procedure: row.procedure_slug,
    formHash: row.form_hash,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export async function writeAssignments(tx: Tx, rows: readonly Assignment[]): Promise<void> {
  for (const { procedure, formHash, from, to } of rows)
    await tx
      .insertInto('catalogue.form_assignment')
      .values({ procedure_slug: procedure, form_hash: formHash, valid_from: from, valid_to: to })
      .onConflict((c) =>
        c.columns(['procedure_slug', 'valid_from']).doUpdateSet({ form_hash: formHash, valid_to: to }),
      )
      .execute();
}

/** An amount decided by the province's council. */
export interface DecidedFee {
  readonly fee: string;
  /** Whole đồng. */
  readonly amount: number;
  readonly resolution: string;
  readonly decidedOn: string | null;
  readonly from: string;
  readonly to: string | null;
}

export async function decidedFeesInTable(db: Db | Tx): Promise<DecidedFee[]> {
  const rows = await db.selectFrom('catalogue.decided_fee').selectAll().execute();
  return rows.map((row) => ({
    fee: row.fee,
    amount: row.amount,
    resolution: row.resolution,
    decidedOn: row.decided_on,
    from: row.valid_from,
    to: row.valid_to,
  }));
}

export async function writeDecidedFees(tx: Tx, rows: readonly DecidedFee[]): Promise<void> {
  for (const { fee, amount, resolution, decidedOn, from, to } of rows) {
    const values = { amount, resolution, decided_on: decidedOn, valid_to: to };
    await tx
      .insertInto('catalogue.decided_fee')
      .values({ fee, valid_from: from, ...values })
      .onConflict((c) => c.columns(['fee', 'valid_from']).doUpdateSet(values))
      .execute();
  }
}
