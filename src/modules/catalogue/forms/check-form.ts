// A form's file, judged before it is taken: its shape, then everything that can be wrong beyond it, in words for its author.
import { shapes } from '../../../platform/data/index.ts';
import { faultsOfDefinition, WHOLE_DEFINITION } from '../../../rules/forms/author/index.ts';
import type { FormDefinition } from '../../../rules/forms/index.ts';
import { schemaOf } from './shape-schema.ts';

/** One thing wrong with a form, for the person who wrote it. */
export interface FormFault {
  /** Id of the page, or its place ("trang thứ 3") while it has none. */
  readonly page?: string;
  /** Key of the question: `child.birthDate`, `docs[].title`. */
  readonly field?: string;
  /** What is wrong and what to do, a whole sentence in Vietnamese. */
  readonly what: string;
  /** Where it stands in the file. */
  readonly path: readonly PropertyKey[];
}

export type CheckedForm =
  | { readonly ok: true; readonly value: FormDefinition }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

const WHOLE = schemaOf({ members: WHOLE_DEFINITION });

/** The definition that a file's JSON holds, or everything wrong with it in the order of the file. */
export function checkForm(json: unknown): CheckedForm {
  const read = WHOLE.safeParse(json);
  if (!read.success)
    return { ok: false, faults: shapes.faultsIn(read.error.issues).map((fault) => faultOf(fault, json)) };
  // The schema is made of the very shapes that the type is made of.
  const definition = json as FormDefinition;
  const faults = faultsOfDefinition(definition);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: definition };
}

function faultOf(
  { path, what: message }: { path: readonly PropertyKey[]; what: string },
  json: unknown,
): FormFault {
  const { page, field, rest } = placeOf(path, json);
  const name = rest.reduce<string>(
    (text, step) =>
      typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step),
    '',
  );
  const what = name ? `“${name}” ${message}` : message.charAt(0).toUpperCase() + message.slice(1);
  return { ...(page && { page }), ...(field && { field }), what, path };
}

/** The page and the question that a path leads into, and what is left of it. */
function placeOf(path: readonly PropertyKey[], json: unknown) {
  const page = nameIn('pages', path, json, 'id', 'trang');
  const field = page && nameIn('fields', page.rest, page.value, 'key', 'câu hỏi');
  const child = field && nameIn('fields', field.rest, field.value, 'key', 'câu hỏi');
  return {
    page: page?.name,
    field: child ? `${field.name}[].${child.name}` : field?.name,
    rest: (child ?? field ?? page)?.rest ?? path,
  };
}

function nameIn(list: string, path: readonly PropertyKey[], json: unknown, called: string, word: string) {
  const [first, at, ...rest] = path;
  if (first !== list || typeof at !== 'number') return undefined;
  const value = memberOf(memberOf(json, list), at);
  const name = memberOf(value, called);
  return { name: typeof name === 'string' && name ? name : `${word} thứ ${at + 1}`, value, rest };
}

function memberOf(value: unknown, name: PropertyKey): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
