// Whatever is written wrongly in a row of whatever kind, its author reads one Vietnamese sentence a place, and what quotation marks
// have to do with it. Every value of a good row is made wrong in turn.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DATA_KINDS } from './load-data.ts';

const read = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')) as Record<string, unknown[]>;
const seed = (name: string) => read(`db/seeds/reference/${name}.json`);
const first = (file: Record<string, unknown[]>, section: string) => file[section]?.[0] as object;
const example = read('docs/operate/example/thu-tuc.json');

/** Good rows of every kind, with as many members as may stand. */
const ROWS: readonly (readonly [section: string, row: object])[] = [
  ['days', first(seed('holidays'), 'days')],
  ['provinces', first(seed('agencies'), 'provinces')],
  [
    'agencies',
    {
      code: 'H05*',
      on: '2026-11-30',
      address: 'Số 1',
      phone: '1900',
      sessions: '07:30-11:30',
      endOfDay: true,
    },
  ],
  [
    'payees',
    {
      agency: 'H05',
      bin: '970415',
      account: '113000123456',
      holder: 'UBND TINH BAC NINH',
      from: '2026-12-01',
      to: '2027-01-01',
    },
  ],
  ['procedures', { ...first(example, 'procedures'), validTo: '2028-01-01', keywords: ['x'], note: 'y' }],
  ['decidedFees', { ...first(example, 'decidedFees'), to: '2028-01-01' }],
  ['forms', read('docs/operate/example/to-khai.json')],
  ['formAssignments', { ...first(example, 'formAssignments'), to: '2028-01-01' }],
  ...['giay-khai-sinh', 'giay-chung-nhan-ho-kinh-doanh', 'thong-bao-ket-qua'].map(
    (name) => ['resultTemplates', seed(`result-templates/${name}`)] as const,
  ),
];
const kindOf = (section: string) => DATA_KINDS.find((kind) => kind.section === section)!;

type Path = readonly (string | number)[];
function* placesIn(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (path.length > 0) yield { path, value };
  if (typeof value === 'object' && value !== null)
    for (const [name, inner] of Object.entries(value))
      yield* placesIn(inner, [...path, Array.isArray(value) ? Number(name) : name]);
}

const GONE = Symbol('gone');
function changed(row: object, path: Path, wrong: unknown): object {
  const copy = structuredClone(row);
  const last = path.at(-1)!;
  const holder = path.slice(0, -1).reduce<object>((at, step) => Reflect.get(at, step), copy);
  if (wrong === GONE) Reflect.deleteProperty(holder, last);
  else Reflect.set(holder, last, wrong);
  return copy;
}

const WRONG: readonly unknown[] = [12, -1.5, '', ' ', 'x y', '12', true, null, [], {}, { tên: 1 }, [1], GONE];
/** What the checking library says itself, in English and in its own Vietnamese. */
const NOT_OURS =
  /invalid|expected|received|\btoo\b|unrecognized|\bmust\b|required|\b(?:string|number|array|object|boolean)\b|Đầu vào|mong đợi|nhận được|Quá (?:nhỏ|lớn)|Tùy chọn|Khóa không/iu;

test('there is a row of every kind', () => {
  for (const kind of DATA_KINDS) expect(ROWS.map(([section]) => section)).toContain(kind.section);
  for (const [section, row] of ROWS) expect(kindOf(section).read(row)).toMatchObject({ ok: true });
});

describe.each(ROWS)('%s', (section, row) => {
  const kind = kindOf(section);
  const cases = [...placesIn(row)].flatMap(({ path, value }) =>
    WRONG.map((wrong) => ({ path, value, wrong, answer: kind.read(changed(row, path, wrong)) })),
  );
  const faults = cases.flatMap(({ answer, ...one }) =>
    answer.ok ? [] : answer.faults.map((fault) => ({ ...one, at: fault.path.join('.'), what: fault.what })),
  );

  test('each sentence is ours, and one', () => {
    expect(faults.length).toBeGreaterThan(10);
    // What stands in the file, and what may stand there, is named as it is written.
    const own = (what: string) => what.replace(/“[^”]*”|chỉ có thể là [\w, -]*/gu, '');
    expect(faults.map(({ what }) => what).filter((what) => NOT_OURS.test(own(what)))).toEqual([]);
    expect(faults.filter(({ what }) => !/\S\.$|\?$/u.test(what)).map(({ what }) => what)).toEqual([]);
  });

  test('one sentence a place', () => {
    const twice = cases.flatMap(({ path, value, wrong, answer }) => {
      if (answer.ok || typeof value === 'object') return [];
      const own = answer.faults.filter((fault) => fault.path.join('.') === path.join('.'));
      return own.length > 1 ? [[path.join('.'), String(wrong), ...own.map(({ what }) => what)]] : [];
    });
    expect(twice).toEqual([]);
  });

  test('a number where quoted text is meant, and the other way about, is told as such', () => {
    const about = faults.filter(({ path, at }) => path.join('.') === at);
    const bare = about.filter(({ value, wrong }) => typeof value === 'string' && typeof wrong === 'number');
    expect(bare.filter(({ what }) => !what.includes('ngoặc kép'))).toEqual([]);
    const quoted = about.filter(
      ({ value, wrong }) => typeof value === 'number' && typeof wrong === 'string' && wrong !== '',
    );
    expect(quoted.filter(({ what }) => !what.includes('không có ngoặc kép'))).toEqual([]);
  });
});
