// What the official ticked and wrote: one subject per paper or field, `giay:<key>` or `muc:<key>`.
import { z } from 'zod';
import type { AskedItem } from '../../../modules/dossiers/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { overlong } from '../overlong.ts';
import { componentNames, type Sheet } from '../sheet.ts';
import { vi } from './words.vi.ts';

const LONGEST = 500;
const line = z.string().catch('');

/** A paper or field that may be asked for. */
export interface Subject {
  /** Name of its boxes in the form. */
  readonly id: string;
  readonly kind: AskedItem['kind'];
  readonly key: string;
  readonly name: string;
  /** What stands there now. */
  readonly now: string;
}

export interface Typed {
  readonly ticked: ReadonlySet<string>;
  readonly wrong: Readonly<Record<string, string>>;
  readonly todo: Readonly<Record<string, string>>;
  readonly reason: string;
}

export const NOTHING_TYPED: Typed = { ticked: new Set(), wrong: {}, todo: {}, reason: '' };

/** Reads the post for these subjects; what belongs to no subject is left out. */
export function readTyped(body: unknown, subjects: readonly Subject[]): Typed {
  const given = z.record(z.string(), z.unknown()).catch({}).parse(body);
  const chosen = z
    .union([z.array(z.string()), z.string().transform((one) => [one])])
    .catch([])
    .parse(given.chon);
  const of = (prefix: string) =>
    Object.fromEntries(subjects.map(({ id }) => [id, line.parse(given[`${prefix}-${id}`])]));
  const known = new Set(subjects.map(({ id }) => id));
  return {
    ticked: new Set(chosen.filter((id) => known.has(id))),
    wrong: of('sai'),
    todo: of('lam'),
    reason: line.parse(given['ly-do']),
  };
}

/** The first box with more than the letter has room for, by the name of the box; what was written stays. */
export function overlongIn(typed: Typed, subjects: readonly Subject[]): Refusal[] {
  const boxes = subjects
    .filter(({ id }) => typed.ticked.has(id))
    .flatMap(({ id, name }) => [
      { field: `sai-${id}`, label: vi.partOf(name, vi.wrong), text: typed.wrong[id] ?? '' },
      { field: `lam-${id}`, label: vi.partOf(name, vi.todo), text: typed.todo[id] ?? '' },
    ]);
  return overlong([...boxes, { field: 'ly-do', label: vi.reasonName, text: typed.reason }], LONGEST);
}

/** The ticked subjects in the order of the page, as the act takes them. */
export function itemsOf(typed: Typed, subjects: readonly Subject[]): AskedItem[] {
  return subjects
    .filter(({ id }) => typed.ticked.has(id))
    .map(({ id, kind, key, name }) => ({
      kind,
      subject: key,
      name,
      wrong: typed.wrong[id] ?? '',
      todo: typed.todo[id] ?? '',
    }));
}

/** Every paper of the dossier and every line of its form that a person filled in. */
export function subjectsOf(
  sheet: Sheet,
  filesIn: (n: number) => string,
  declared: (value: string) => string,
): readonly Subject[] {
  const files = Map.groupBy(sheet.dossier.files, (file) => file.component);
  const papers = componentNames(sheet)
    .filter((paper) => !paper.fromForm && !paper.presentOnly)
    .map(
      ({ key, name }, at): Subject => ({
        id: `giay-${at}`,
        kind: 'component',
        key,
        name,
        now: filesIn(files.get(key)?.length ?? 0),
      }),
    );
  const rows = sheet.answers.flatMap((section) => section.rows).filter((row) => row.pageId !== undefined);
  const fields = rows.map(
    (row, at): Subject => ({
      id: `muc-${at}`,
      kind: 'field',
      key: row.key,
      name: row.group ? `${row.group}: ${row.label}` : row.label,
      now: declared(row.value),
    }),
  );
  return [...papers, ...fields];
}
