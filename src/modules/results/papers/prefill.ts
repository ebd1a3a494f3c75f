// First values of a result document, taken from what the person filed; the official completes and corrects them.
import type { ResultRow, ResultValues } from './result-paper.ts';
import type { ResultInput, ResultTemplate } from './template.ts';

/** A filed answer in words, under its key: `child.gender`, `docs[r1].title`. */
export interface FiledAnswer {
  readonly key: string;
  readonly value: string;
}

type Source = Pick<ResultInput, 'from' | 'otherwise' | 'joinedBy' | 'uppercase'>;

/** A value for every input of the template: from the answers where it names any, else empty. */
export function prefillResult(template: ResultTemplate, answers: readonly FiledAnswer[]): ResultValues {
  const plain = new Map<string, string>();
  const lists = new Map<string, Map<string, Map<string, string>>>();
  for (const { key, value } of answers) {
    const row = /^([^[]+)\[([^\]]+)\]\.(.+)$/u.exec(key);
    if (row) inner(inner(lists, row[1] ?? ''), row[2] ?? '').set(row[3] ?? '', value);
    else plain.set(key, value);
  }
  return Object.fromEntries(
    template.inputs.map((input) => [
      input.name,
      input.columns ? rowsOf(input, lists.get(input.from?.[0] ?? '')) : valueOfSource(input, plain),
    ]),
  );
}

function inner<K, V>(map: Map<string, Map<K, V>>, key: string): Map<K, V> {
  const known = map.get(key) ?? new Map<K, V>();
  map.set(key, known);
  return known;
}

function rowsOf(input: ResultInput, rows: Map<string, Map<string, string>> | undefined): ResultRow[] {
  return [...(rows?.values() ?? [])].map((row) =>
    Object.fromEntries((input.columns ?? []).map((column) => [column.name, valueOfSource(column, row)])),
  );
}

function valueOfSource(source: Source, answers: ReadonlyMap<string, string>): string {
  const joined = (keys: readonly string[] | undefined) =>
    (keys ?? [])
      .map((key) => answers.get(key) ?? '')
      .filter((value) => value.trim() !== '')
      .join(source.joinedBy ?? ' ');
  const value = joined(source.from) || joined(source.otherwise);
  return source.uppercase ? value.toLocaleUpperCase('vi') : value;
}
