// A result document as data: what stands on it and which values it needs. A template is JSON in the database; it is
// checked when it is read, so that a wrong one is found on the day it is loaded and not when a leader signs.
import { z } from 'zod';

const text = z.string().min(1);
const name = z.string().regex(/^[a-z][\w.]*$/iu);

const FieldCell = z.strictObject({
  label: text,
  value: z.string(),
  bold: z.boolean().optional(),
  /** Left out when its value is empty. */
  optional: z.boolean().optional(),
});

const when = { when: name.optional() };

const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('heading'), text, ...when }),
  z.strictObject({
    kind: z.literal('paragraph'),
    text,
    align: z.enum(['left', 'center', 'justify']).optional(),
    style: z.enum(['regular', 'bold', 'italic']).optional(),
    ...when,
  }),
  z.strictObject({
    kind: z.literal('fields'),
    rows: z.array(z.array(FieldCell).min(1).max(3)).min(1),
    ...when,
  }),
  z.strictObject({
    kind: z.literal('table'),
    each: name,
    columns: z
      .array(
        z.strictObject({
          title: text,
          value: text,
          share: z.number().positive(),
          align: z.enum(['left', 'center', 'right']).optional(),
        }),
      )
      .min(1)
      .max(8),
    ...when,
  }),
]);

/** Where a value is prefilled from: keys of filed answers, joined; other keys when those are all empty. */
const source = {
  from: z.array(text).min(1).optional(),
  otherwise: z.array(text).min(1).optional(),
  joinedBy: z.string().optional(),
  uppercase: z.boolean().optional(),
};

const Input = z.strictObject({
  name,
  /** How the official's page asks for it. */
  label: text,
  ...source,
  /** May stay empty. */
  optional: z.boolean().optional(),
  /** A list of rows: the columns' names and labels. */
  columns: z.array(z.strictObject({ name, label: text, ...source })).optional(),
});

const Template = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/u),
  version: z.int().positive(),
  /** Codes of the procedures that end with this document; empty for the general one. */
  procedures: z.array(z.string()),
  title: text,
  subtitle: text.optional(),
  /** After the serial number: "/GCN-HKD". */
  numberSuffix: z.string(),
  legalBasis: z.array(text),
  inputs: z.array(Input),
  blocks: z.array(Block).min(1),
  signerTitle: z.array(text).min(1),
  recipients: z.array(text),
});

export type ResultTemplate = z.infer<typeof Template>;
export type ResultBlock = ResultTemplate['blocks'][number];
export type ResultInput = ResultTemplate['inputs'][number];

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/gu;

type Checked =
  | { readonly ok: true; readonly value: ResultTemplate }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly path: PropertyKey[]; readonly what: string }[];
    };

/**
 * A template, or every fault at its place: wrong shape, a placeholder that no input declares, an input that nothing uses.
 * @param say the sentences of wrong shapes, in the author's language
 */
export function checkResultTemplate(json: unknown, say?: z.core.$ZodErrorMap): Checked {
  const read = Template.safeParse(json, say && { error: say });
  const faults = read.success
    ? [...undeclared(read.data), ...unused(read.data)].map((what) => ({ path: ['inputs'], what }))
    : read.error.issues.map(({ path, message }) => ({ path, what: message }));
  return read.success && faults.length === 0 ? { ok: true, value: read.data } : { ok: false, faults };
}

/**
 * A checked template.
 * @throws Error that names every fault: wrong shape, a placeholder that no input declares, an input that nothing uses
 */
export function parseResultTemplate(json: unknown): ResultTemplate {
  const read = checkResultTemplate(json);
  if (read.ok) return read.value;
  const id = (json as { id?: unknown } | null)?.id;
  throw new Error(
    `result template ${id}: ${read.faults.map(({ path, what }) => `${path.join('.')}: ${what}`).join('; ')}`,
  );
}

/** The names between double braces in a text. */
export function placeholdersIn(source: string): string[] {
  return [...source.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** Puts values in place of placeholders. @throws Error for a name that `lookUp` does not know */
export function fill(source: string, lookUp: (name: string) => string | undefined): string {
  const filled = source.replace(PLACEHOLDER, (_, placeholder: string) => {
    const value = lookUp(placeholder);
    if (value === undefined) throw new Error(`no value for the placeholder ${placeholder}`);
    return value;
  });
  if (/\{\{|\}\}/u.test(filled)) throw new Error(`braces left over in "${source}"`);
  return filled;
}

function undeclared(template: ResultTemplate): string[] {
  const faults: string[] = [];
  for (const block of template.blocks) {
    const list =
      block.kind === 'table' ? template.inputs.find((input) => input.name === block.each) : undefined;
    if (block.kind === 'table' && !list?.columns)
      faults.push(`“${block.each}” không phải là danh sách trong “inputs”.`);
    const known = new Set([
      ...plainNames(template),
      ...(list?.columns ?? []).map((column) => column.name),
      '#',
    ]);
    for (const used of usedBy(block)) if (!known.has(used)) faults.push(`“${used}” không có trong “inputs”.`);
    if (block.when && !template.inputs.some((input) => input.name === block.when)) {
      faults.push(`điều kiện “${block.when}” không có trong “inputs”.`);
    }
  }
  for (const used of [...placeholdersIn(template.title), ...placeholdersIn(template.subtitle ?? '')]) {
    if (!plainNames(template).includes(used)) faults.push(`“${used}” không có trong “inputs”.`);
  }
  return faults;
}

function plainNames(template: ResultTemplate): string[] {
  return template.inputs.filter((input) => !input.columns).map((input) => input.name);
}

function unused(template: ResultTemplate): string[] {
  const used = new Set(
    template.blocks.flatMap((block) => [
      ...usedBy(block),
      block.kind === 'table' ? block.each : '',
      block.when ?? '',
    ]),
  );
  for (const also of placeholdersIn(`${template.title} ${template.subtitle ?? ''}`)) used.add(also);
  return template.inputs
    .filter((input) => !used.has(input.name))
    .map((input) => `mục “${input.name}” không được dùng ở đâu.`);
}

function usedBy(block: ResultBlock): string[] {
  if (block.kind === 'fields') return block.rows.flat().flatMap((cell) => placeholdersIn(cell.value));
  if (block.kind === 'table') return block.columns.flatMap((column) => placeholdersIn(column.value));
  return placeholdersIn(block.text);
}
