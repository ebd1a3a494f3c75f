// Times of single searches, in a process of its own: 2,961 real names, then 100,000 made from them.
import { readFileSync } from 'node:fs';
import { unaccent } from '../src/rules/kernel/index.ts';
import { buildIndex, CITIZEN_SYNONYMS, search } from '../src/rules/terms/search.ts';
import { procedureDoc } from '../src/rules/terms/search-procedures.ts';
import { dice } from './dice.ts';
import { EVERYDAY } from './everyday.ts';
import { median } from './figure.ts';

interface Row {
  code: string;
  name: string;
  field: string;
  level: string[];
}

export interface SearchAnswer {
  readonly documents: number;
  readonly queries: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  readonly slowest: number;
  /** Part of the names asked for by a whole phrase of theirs that are among the first ten. */
  readonly found: number;
}

const PASSES = 5;
const LARGE = 100_000;

const rows = readFileSync(new URL('../db/seeds/reference/catalogue-large.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Row);

/** Beginnings of names joined to endings of others: the words and their frequencies stay those of the real catalogue. */
function madeFrom(real: readonly Row[], count: number): Row[] {
  const roll = dice(7);
  const made = [...real];
  while (made.length < count) {
    const [a, b] = [real[roll(real.length)]!, real[roll(real.length)]!];
    const [front, back] = [a.name.split(' '), b.name.split(' ')];
    const name = [
      ...front.slice(0, 3 + roll(Math.max(1, front.length - 3))),
      ...back.slice(roll(Math.max(1, back.length - 2))),
    ];
    const number = made.length;
    made.push({
      ...a,
      code: `${1 + (number % 3)}.${String(100_000 + number).slice(-6)}`,
      name: name.join(' '),
    });
  }
  return made;
}

const indexOf = (list: readonly Row[]) =>
  buildIndex(
    list.map((row, at) =>
      procedureDoc({ id: `${at}`, code: row.code, name: row.name, atCommune: row.level.includes('commune') }),
    ),
    CITIZEN_SYNONYMS,
  );

/** A slip of the finger: a letter lost, doubled, or two changed about. */
function slip(text: string, roll: (below: number) => number): string {
  const at = 1 + roll(Math.max(1, text.length - 2));
  const kinds = [
    () => text.slice(0, at) + text.slice(at + 1),
    () => text.slice(0, at) + text.slice(at - 1),
    () => text.slice(0, at - 1) + text.charAt(at) + text.charAt(at - 1) + text.slice(at + 1),
  ];
  return kinds[roll(kinds.length)]!();
}

/** What costs most: words that stand in nearly every name, single letters, long questions, nonsense. */
const HARD = [
  'cấp',
  'đăng ký',
  'thủ tục',
  'cấp giấy chứng nhận',
  'của',
  'và',
  'đ',
  'a',
  'cap giay phep',
  'thu tuc dang ky cap lai giay chung nhan',
  'đăng ký cấp đổi cấp lại gia hạn điều chỉnh bổ sung giấy phép giấy chứng nhận hoạt động kinh doanh dịch vụ sản xuất nhập khẩu',
  'qwertyuiop',
  'zzzz',
  '1.0',
  '2.000',
  'xuất khẩu nhập khẩu tạm nhập tái xuất hàng hóa phương tiện thiết bị vật liệu',
  '!!! ???',
  'cáp giáy chưng nhân',
];

function questions(list: readonly Row[]): { q: string; wants?: string }[] {
  const roll = dice(42);
  const asked: { q: string; wants?: string }[] = [];
  for (let at = 0; at < 600; at++) {
    const row = list[roll(list.length)]!;
    const words = row.name.split(' ');
    const from = roll(Math.max(1, words.length - 5));
    const phrase = words.slice(from, from + 3 + roll(4)).join(' ');
    const kind = at % 6;
    if (kind === 0) asked.push({ q: phrase });
    else if (kind === 1) asked.push({ q: unaccent(phrase).toLowerCase() });
    else if (kind === 2) asked.push({ q: slip(phrase, roll) });
    else if (kind === 3) asked.push({ q: slip(unaccent(phrase).toLowerCase(), roll) });
    else if (kind === 4) asked.push({ q: row.name, wants: row.code });
    else asked.push({ q: words.slice(from, from + 1 + roll(2)).join(' ') });
  }
  asked.push(...[...EVERYDAY, ...HARD].flatMap((q) => [{ q }, { q: slip(q, roll) }]));
  asked.push(...Array.from({ length: 40 }, () => ({ q: list[roll(list.length)]!.code })));
  return asked;
}

function measure(list: readonly Row[]): SearchAnswer {
  const index = indexOf(list);
  const asked = questions(list);
  let found = 0;
  let wanted = 0;
  for (const { q, wants } of asked) {
    const hits = search(index, q);
    if (wants === undefined) continue;
    wanted += 1;
    if (hits.slice(0, 10).some(({ doc }) => doc.procedure.code === wants)) found += 1;
  }
  // Each question counts by the middle of its times: what another process did in one pass is not the search's doing.
  const passes = Array.from({ length: PASSES }, () =>
    asked.map(({ q }) => {
      const began = performance.now();
      search(index, q);
      return performance.now() - began;
    }),
  );
  const times = asked.map((_, at) => median(passes.map((pass) => pass[at] ?? 0))).sort((a, b) => a - b);
  const at = (part: number) => times[Math.ceil(part * times.length) - 1] ?? 0;
  return {
    documents: list.length,
    queries: asked.length,
    found: found / wanted,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
  };
}

process.on('message', (size: 'small' | 'large') => {
  process.send?.(measure(size === 'small' ? rows : madeFrom(rows, LARGE)));
});
process.on('disconnect', () => process.exit(0));
