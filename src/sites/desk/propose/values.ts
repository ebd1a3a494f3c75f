// The values of a result document: first from what is known, then as the specialist corrects them.
import { templateName, valuesOn } from '../../../flows/result-order.ts';
import {
  type FiledAnswer,
  prefillResult,
  type ResultInput,
  type ResultRow,
  type ResultTemplate,
  type ResultValues,
} from '../../../modules/results/index.ts';
import { dateOf, formatDate, tidy } from '../../../rules/kernel/index.ts';
import { fullName } from '../../../rules/results/index.ts';
import type { DeskDeps } from '../deps.ts';
import { type DeskRefusal, overlong } from '../overlong.ts';
import type { Sheet } from '../sheet.ts';
import { vi } from './words.vi.ts';

/** What the specialist typed: boxes by name, as they go back into the page. */
export interface Boxes {
  readonly note: string;
  readonly values: ResultValues;
}

/** First values: those of a proposal that was sent back, else the filed answers and what the dossier itself says. */
export function firstValues(
  deps: Pick<DeskDeps, 'books'>,
  sheet: Sheet,
  template: ResultTemplate,
): ResultValues {
  const before = sheet.dossier.proposals.at(-1);
  if (before?.result.template === templateName(template)) {
    const { values } = before.result;
    return valuesOn(deps, sheet.dossier, { values, at: before.at }, dateOf(sheet.now));
  }
  const filed = filedAnswers(sheet.answers);
  const answers = new Map(filed.map(({ key, value }) => [key, value]));
  const known = knownOf(sheet, answers.get('requester.address') ?? '');
  const values = prefillResult(template, filed);
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, value === '' ? (known[name] ?? '') : value]),
  );
}

/** What was filed, as it may stand on a paper: words where they were asked for, a mark where a box was ticked. */
export function filedAnswers(answers: Sheet['answers']): FiledAnswer[] {
  return answers.flatMap((section) =>
    section.rows.flatMap(({ key, value, mark, answered }) =>
      answered ? [{ key, value: mark ?? value }] : [],
    ),
  );
}

function knownOf(
  { dossier, procedure, agency, now }: Sheet,
  address: string,
): Readonly<Record<string, string>> {
  return {
    'applicant.name': dossier.ownerName,
    'applicant.address': address,
    'procedure.name': procedure.name,
    'dossier.number': dossier.number ?? '',
    'dossier.acceptedOn': dossier.acceptedAt ? formatDate(dateOf(dossier.acceptedAt)) : '',
    'agency.name': fullName(agency.name),
    registeredAt: fullName(agency.name),
    registeredOn: formatDate(dateOf(now)),
  };
}

const LONGEST = 1000;
const LONGEST_NOTE = 2000;
const MOST_ROWS = 60;

/** The name of a plain input's box, by its place in the template. */
export const boxOf = (at: number): string => `v-${at}`;
/** The name of a cell's box. */
export const cellOf = (at: number, row: number, column: number): string => `r-${at}-${row}-${column}`;
/** How many rows of a list the page showed. */
export const rowsOf = (at: number): string => `n-${at}`;

/** Reads the posted boxes; rows with nothing in them fall away. */
export function readBoxes(body: unknown, template: ResultTemplate): Boxes {
  const given = (body ?? {}) as Record<string, unknown>;
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? tidy(value) : '';
  };
  const values = template.inputs.map((input, at): [string, string | readonly ResultRow[]] => {
    if (!input.columns) return [input.name, text(boxOf(at))];
    const count = Math.min(Number.parseInt(text(rowsOf(at)), 10) || 0, MOST_ROWS);
    const rows = Array.from({ length: count }, (_, row) =>
      rowFrom(input, (column) => text(cellOf(at, row, column))),
    );
    return [input.name, rows.filter((row) => Object.values(row).some((cell) => cell !== ''))];
  });
  const note = typeof given.note === 'string' ? given.note : '';
  return { note, values: Object.fromEntries(values) };
}

/** Boxes with more than the paper has room for; what was typed stays. */
export function overlongIn(template: ResultTemplate, { note, values }: Boxes): Record<string, DeskRefusal> {
  const faults: Record<string, DeskRefusal> = {};
  const tell = (box: string, label: string, typed: string, most = LONGEST) => {
    const [refusal] = overlong([{ field: box, label, text: typed }], most);
    if (refusal) faults[box] ??= refusal;
  };
  template.inputs.forEach(({ name, label, columns }, at) => {
    const value = values[name] ?? '';
    if (!columns || typeof value === 'string') tell(boxOf(at), `“${label}”`, String(value));
    else
      value.forEach((row, n) => {
        for (const cell of Object.values(row))
          tell(cellOf(at, 0, 0), `“${label}”: ${vi.row(n + 1)}`, String(cell));
      });
  });
  tell('note', vi.note, note, LONGEST_NOTE);
  return faults;
}

function rowFrom(input: ResultInput, cell: (column: number) => string): ResultRow {
  return Object.fromEntries((input.columns ?? []).map((column, at) => [column.name, cell(at)]));
}

/** The list whose "add a row" button was pressed. */
export function rowAsked(body: unknown, template: ResultTemplate): string | undefined {
  const at = Number((body as { them?: unknown } | undefined)?.them ?? Number.NaN);
  const input = template.inputs[at];
  return input?.columns ? input.name : undefined;
}
