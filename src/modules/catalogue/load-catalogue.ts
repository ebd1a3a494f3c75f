// Brings procedures, forms and fields into the database, once per content.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { onceByContent } from '../../platform/loaded.ts';
import { canonicalJson } from '../../rules/forms/index.ts';
import { CATALOGUE_SINCE, LISTED_PROCEDURE, procedureRows } from './procedure-rows.ts';
import { type FormRow, putForms, putProcedures, replaceFields } from './store.ts';

const FORM = z.looseObject({
  code: z.string(),
  title: z.string(),
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
});

/**
 * Loads `forms/*.json`, `procedures.json` and `fields.json` of a folder.
 * @returns the names of what was loaded now
 * @throws Error when a file is not of its shape
 */
export async function loadCatalogue(db: Db, folder: string, now: Temporal.Instant): Promise<string[]> {
  const loaded: string[] = [];
  const forms = await readForms(join(folder, 'forms'));
  const listed = z
    .array(LISTED_PROCEDURE)
    .parse(JSON.parse(await readFile(join(folder, 'procedures.json'), 'utf8')));
  const rows = procedureRows(listed, forms, revisionId);
  const content = JSON.stringify([forms.map((form) => form.hash), rows]);
  const made = await onceByContent(db, 'procedures.json', content, now, async (tx) => {
    await putForms(tx, forms);
    await putProcedures(tx, rows);
  });
  if (made) loaded.push('procedures.json');
  const fields = await readFile(join(folder, 'fields.json'), 'utf8');
  const list = () => JSON.stringify((JSON.parse(fields) as { fields: unknown }).fields);
  if (await onceByContent(db, 'fields.json', fields, now, (tx) => replaceFields(tx, list())))
    loaded.push('fields.json');
  return loaded;
}

async function readForms(folder: string): Promise<FormRow[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const definition = FORM.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
      return {
        hash: sha256(canonicalJson(definition)),
        code: definition.code,
        title: definition.title,
        valid_from: definition.validFrom ?? CATALOGUE_SINCE,
        valid_to: definition.validTo,
        definition,
      };
    }),
  );
}

/** The same id for the same revision at every set-up: a UUID (version 8). */
function revisionId(slug: string, from: string): string {
  const hex = createHash('sha256').update(`procedure ${slug} ${from}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
