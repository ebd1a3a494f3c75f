// The questions of a definition as its author ordered them: which there are, how each is compared, and what depends on what.

import { COMPUTATION } from '../computed.ts';
import type { Condition } from '../condition.ts';
import type { Field, FormDefinition, Page, SimpleField } from '../definition.ts';
import { KINDS } from '../kinds/index.ts';
import type { Compared } from '../kinds/kind.ts';
import { eachMember, type Shape, type Shapes } from '../shapes.ts';
import type { Nameable, Names } from './condition-faults.ts';
import { meant } from './near.ts';
import { fieldsIn, type Seen } from './never-holds.ts';

/** A repeat counts its rows. */
const MOST_ROWS = 200;

/** Members and places in lists on the way to something. */
export type Path = readonly (string | number)[];

/** One question at its place. */
export interface Placed {
  readonly field: Field;
  readonly page: Page;
  /** As the author finds it: `child.birthDate`, `docs[].title`. */
  readonly name: string;
  /** Where it stands in the definition. */
  readonly path: Path;
  /** Everything before it in the form. */
  readonly before: readonly Placed[];
  /** The questions of its own row before it; undefined outside of rows. */
  readonly row?: readonly Placed[];
  readonly repeat?: Placed;
}

/** Every question in the order asked, those of rows after their repeat. */
export function placedFields(definition: FormDefinition): readonly Placed[] {
  const top: Placed[] = [];
  return definition.pages.flatMap((page, pageAt) =>
    page.fields.flatMap((field, at) => {
      const path = ['pages', pageAt, 'fields', at];
      const placed: Placed = { field, page, name: field.key, path, before: [...top] };
      top.push(placed);
      return field.type === 'repeat' ? [placed, ...placedRow(placed, field.fields)] : [placed];
    }),
  );
}

function placedRow(repeat: Placed, fields: readonly SimpleField[]): readonly Placed[] {
  const { page, before } = repeat;
  const row: Placed[] = [];
  fields.forEach((field, at) => {
    const path = [...repeat.path, 'fields', at];
    row.push({ field, page, name: `${repeat.name}[].${field.key}`, path, before, row: [...row], repeat });
  });
  return row;
}

/** What may be said of such a question beyond what may be said of any, by shapes. */
function ownShapes(field: Field): Shapes {
  if (field.type === 'computed') return COMPUTATION.cases[field.compute.op];
  return field.type === 'repeat' ? {} : (KINDS.get(field.type)?.options ?? {});
}

/** Calls `visit` for each of those. */
export function eachOwn(field: Field, visit: (path: string, shape: Shape, value: unknown) => void): void {
  const computed = field.type === 'computed';
  eachMember(ownShapes(field), computed ? field.compute : field, visit, computed ? 'compute.' : '');
}

/** How conditions compare its answer; undefined for what nobody answers. */
export function comparedOf(field: Field): Compared | undefined {
  if (field.type === 'computed') return undefined;
  if (field.type === 'repeat') return { as: 'number', min: 0, max: Math.min(field.max, MOST_ROWS) };
  return KINDS.get(field.type)?.compare(field);
}

/** Conditions of a question beyond `visibleWhen` and `requiredWhen`, by their path. */
export function ownConditions(
  field: Field,
): readonly { readonly path: string; readonly condition: Condition }[] {
  const found: { path: string; condition: Condition }[] = [];
  eachOwn(field, (path, shape, value) => {
    if (shape === 'condition') found.push({ path, condition: value as Condition });
  });
  return found;
}

/** The names that conditions at a place may use. */
export function namesAt(place: Pick<Placed, 'before' | 'row'>, all: readonly Placed[], self?: Placed): Names {
  return {
    find: (name) => {
      const placed = lastNamed(place.row, name) ?? lastNamed(place.before, name);
      return placed && nameable(placed, all);
    },
    whyNot: (name) => whyNot(name, place, all, self),
  };
}

function lastNamed(placed: readonly Placed[] | undefined, key: string): Placed | undefined {
  return placed?.findLast((each) => each.field.key === key);
}

function nameable(placed: Placed, all: readonly Placed[]): Nameable {
  const compared = comparedOf(placed.field);
  if (placed.field.type !== 'repeat') return { compared };
  const row = all.filter((each) => each.repeat === placed);
  return { compared, rows: namesAt({ before: placed.before, row }, all) };
}

function whyNot(
  name: string,
  { before, row }: Pick<Placed, 'before' | 'row'>,
  all: readonly Placed[],
  self?: Placed,
): string {
  if (self && self.field.key === name) return 'Câu hỏi không thể phụ thuộc vào chính nó.';
  const top = all.filter((each) => !each.repeat);
  const later = lastNamed(top, name);
  const circle = later && self && wayBack(later, self.field.key, top);
  if (circle) return `Các câu hỏi đợi nhau thành vòng: ${[self.field.key, ...circle].join(' → ')}.`;
  if (later) return `“${name}” được hỏi sau; điều kiện chỉ nhắc được câu hỏi đứng trước.`;
  const inRows = all.find((each) => each.repeat && each.field.key === name);
  if (inRows?.repeat) {
    return `“${name}” nằm trong các dòng của “${inRows.repeat.name}”; hãy dùng "anyRow".`;
  }
  const known = [...before, ...(row ?? [])].map((each) => each.field.key);
  return `Không có câu hỏi “${name}” đứng trước.${meant(name, known)}`;
}

/** The way from a question to another along what each depends on; undefined when there is none. */
function wayBack(
  from: Placed,
  to: string,
  top: readonly Placed[],
  met: readonly string[] = [],
): string[] | undefined {
  const { key } = from.field;
  if (met.includes(key)) return undefined;
  for (const name of dependsOn(from)) {
    if (name === to) return [key, to];
    const next = lastNamed(top, name);
    const rest = next && wayBack(next, to, top, [...met, key]);
    if (rest) return [key, ...rest];
  }
  return undefined;
}

function dependsOn({ field, page }: Placed): readonly string[] {
  return [field.visibleWhen, field.requiredWhen, page.visibleWhen]
    .filter((condition) => condition !== undefined)
    .flatMap(fieldsIn);
}

/** The same questions as the trying of conditions sees them; lines of the machine left out. */
export function seenOf(placed: readonly Placed[], all: readonly Placed[]): readonly Seen[] {
  return placed.flatMap((each) => {
    const compared = comparedOf(each.field);
    if (!compared) return [];
    const shownWhen = [each.page.visibleWhen, each.field.visibleWhen].filter((one) => one !== undefined);
    const rows =
      each.field.type === 'repeat'
        ? seenOf(
            all.filter((one) => one.repeat === each),
            all,
          )
        : undefined;
    return [{ key: each.field.key, compared, shownWhen, ...(rows && { rows }) }];
  });
}
