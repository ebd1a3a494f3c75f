// Rows end at the store: above it nobody sees how a table spells a column, casts one shape into another, or hurries a statement.
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

interface Sin {
  readonly what: string;
  readonly pattern: RegExp;
  /** Where it may not stand. */
  readonly rooms: readonly string[];
}

const ABOVE = [
  'sites',
  'flows',
  'modules/worklists',
  'modules/dossiers',
  'modules/results',
  'modules/catalogue',
];
const SINS: readonly Sin[] = [
  { what: 'a column’s name', pattern: /\.[a-z]+_[a-z_]+\b/u, rooms: ABOVE },
  { what: 'a forged shape', pattern: /\bas unknown as\b/u, rooms: ['modules', 'flows', 'sites', 'main'] },
  {
    what: 'a speed trick',
    pattern: /\b(?:withoutWaiting|CompiledQuery)\b/u,
    rooms: ['modules', 'flows', 'sites'],
  },
  {
    what: 'SQL',
    pattern: /\.(?:selectFrom|insertInto|updateTable|deleteFrom)\(|\bsql(?:<[^>]*>)?`/u,
    rooms: [
      'sites',
      'flows',
      'modules/dossiers',
      'modules/worklists',
      'modules/people',
      'modules/payments',
      'modules/results',
    ],
  },
];

/** Stores hold the SQL and `columns.ts` maps it; tests may look where they like. */
const isStore = (file: string) => /(?:store|columns)\.ts$|\.test\.tsx?$|\/cases\.ts$/u.test(file);

function sinsIn(text: string, { pattern }: Pick<Sin, 'pattern'>): string[] {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\*|\/\*\*)/u.test(line))
    .filter((line) => pattern.test(line.replace(/'[^']*'/gu, "''")));
}

it.each(SINS)('no $what above the stores', (sin) => {
  const found = sin.rooms.flatMap((room) =>
    globSync(`${room}/**/*.{ts,tsx}`, { cwd: SRC })
      .filter((file) => !isStore(file))
      .flatMap((file) =>
        sinsIn(readFileSync(SRC + file, 'utf8'), sin).map((line) => `${file}: ${line.trim()}`),
      ),
  );
  expect(found).toEqual([]);
});

it.each([
  ['a column’s name', 'const x = dossier.owner_name;'],
  ['a forged shape', 'const x = row as unknown as Dossier;'],
  ['a speed trick', 'await tx.executeQuery(withoutWaiting(q));'],
  ['SQL', "await tx.selectFrom('x')"],
])('bites: %s', (what, line) => {
  const sin = SINS.find((one) => one.what === what);
  expect(sin && sinsIn(line, sin)).toEqual([line]);
});
