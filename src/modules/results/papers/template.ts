// A result document as data: what stands on it and which values it needs. A template is JSON in the database; it is
// checked when it is read, so that a wrong one is found on the day it is loaded and not when a leader signs.
import { z } from 'zod';
import { shapes } from '../../../platform/data/index.ts';

const { flag, is, list, members, oneOf, shaped, words: text } = shapes;
const anyText = z.string(is('chữ, đặt trong ngoặc kép'));
const name = shaped(
  /^[a-z][\w.]*$/iu,
  'tên gồm chữ cái không dấu, chữ số, dấu chấm, gạch dưới, bắt đầu bằng chữ cái',
);

const FieldCell = members({
  label: text,
  value: anyText,
  bold: flag.optional(),
  /** Left out when its value is empty. */
  optional: flag.optional(),
});

const when = { when: name.optional() };
const kind = <const T extends string>(word: T) => ({ kind: z.literal(word), ...when });
const KINDS = ['heading', 'paragraph', 'fields', 'table'];

const Block = z.discriminatedUnion(
  'kind',
  [
    members({ ...kind('heading'), text }),
    members({
      ...kind('paragraph'),
      text,
      align: oneOf(['left', 'center', 'justify']).optional(),
      style: oneOf(['regular', 'bold', 'italic']).optional(),
    }),
    members({ ...kind('fields'), rows: list(list(FieldCell, 1, 3), 1) }),
    members({
      ...kind('table'),
      each: name,
      columns: list(
        members({
          title: text,
          value: text,
          share: z.number(is('số lớn hơn 0')).positive('phải là số lớn hơn 0.'),
          align: oneOf(['left', 'center', 'right']).optional(),
        }),
        1,
        8,
      ),
    }),
  ],
  {
    error: ({ code, input }) =>
      code === 'invalid_union'
        ? wrongKind(input)
        : is('nhóm mục trong ngoặc nhọn { }').error({ code, input }),
  },
);

function wrongKind(block: unknown): string {
  const input: unknown = typeof block === 'object' && block !== null ? Reflect.get(block, 'kind') : undefined;
  const allowed = `chỉ có thể là ${KINDS.join(', ')}`;
  if (input === undefined) return `bị thiếu, ${allowed}.`;
  return `${shapes.withMarks(allowed, { code: 'invalid_value', input, values: KINDS })}.`;
}

/** Where a value is prefilled from: keys of filed answers, joined; other keys when those are all empty. */
const source = {
  from: list(text, 1).optional(),
  otherwise: list(text, 1).optional(),
  joinedBy: anyText.optional(),
  uppercase: flag.optional(),
};

const Input = members({
  name,
  /** How the official's page asks for it. */
  label: text,
  ...source,
  /** May stay empty. */
  optional: flag.optional(),
  /** Shown to whoever checks the paper, so that another's name on a true number is seen: a name and the day of a date masked. */
  proof: oneOf(['name', 'date', 'text']).optional(),
  /** A list of rows: the columns' names and labels. */
  columns: list(members({ name, label: text, ...source })).optional(),
});

/** A template as a data file holds it. */
export const TEMPLATE = members({
  id: shaped(/^[a-z0-9-]+$/u, 'tên gồm chữ thường không dấu, chữ số và gạch nối'),
  version: z.int(is('số nguyên từ 1')).positive('phải là số nguyên từ 1.'),
  /** Codes of the procedures that end with this document; empty for the general one. */
  procedures: list(anyText),
  title: text,
  subtitle: text.optional(),
  /** After the serial number: "/GCN-HKD". */
  numberSuffix: anyText,
  legalBasis: list(text),
  inputs: list(Input),
  blocks: list(Block, 1),
  signerTitle: list(text, 1),
  recipients: list(text),
});

export type ResultTemplate = z.infer<typeof TEMPLATE>;
export type ResultBlock = ResultTemplate['blocks'][number];
export type ResultInput = ResultTemplate['inputs'][number];

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/gu;

type Checked =
  | { readonly ok: true; readonly value: ResultTemplate }
  | {
      readonly ok: false;
      readonly faults: readonly { readonly path: readonly PropertyKey[]; readonly what: string }[];
    };

/**
 * A template, or every fault at its place in words for its author: wrong shape, a placeholder that no input declares, an input that
 * nothing uses.
 */
export function checkResultTemplate(json: unknown): Checked {
  const read = TEMPLATE.safeParse(json);
  const faults = read.success
    ? [...undeclared(read.data), ...unused(read.data)].map((what) => ({ path: ['inputs'], what }))
    : shapes.faultsIn(read.error.issues);
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
  if (/\{\{|\}\}/u.test(source.replace(PLACEHOLDER, ''))) throw new Error(`braces left over in "${source}"`);
  return source.replace(PLACEHOLDER, (_, placeholder: string) => {
    const value = lookUp(placeholder);
    if (value === undefined) throw new Error(`no value for the placeholder ${placeholder}`);
    return value;
  });
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
