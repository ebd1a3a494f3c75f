// The guide for authors of forms names every kind of question with its own options, and whatever else a form may say.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { COMPUTATION } from './computed.ts';
import { COMPONENT, DEFINITION, PAGE, REPEAT, WARNING } from './definition.ts';
import { FIELD, PREFILL_SOURCES } from './field.ts';
import { KINDS } from './kinds/index.ts';

const guide = readFileSync(new URL('../../../docs/operate/forms.md', import.meta.url), 'utf8');
const partOf = (title: string) => guide.split(/^## /mu).find((part) => part.startsWith(title)) ?? '';
/** The rows of a table, by what stands in backticks in their first cell. */
const rowOf = (title: string, name: string) =>
  partOf(title)
    .split('\n')
    .find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
const namesOf = (shapes: object) => Object.keys(shapes).map((name) => name.replace(/\?$/u, ''));
const quoted = (text: string) => new Set([...text.matchAll(/`(\w+)`/gu)].map(([, name]) => name));

test.each([...KINDS].map(([type, kind]) => [type, kind] as const))(
  'kind %s stands there with its options and with what of the account it takes',
  (type, { options, prefills }) => {
    const row = rowOf('Các loại câu hỏi', type);
    expect(row).not.toBe('');
    for (const name of namesOf(options)) expect(quoted(row), name).toContain(name);
    const takes = (source: string) => quoted(rowOf('Điền sẵn', source).split('|')[3] ?? '').has(type);
    expect(PREFILL_SOURCES.filter(takes)).toEqual(
      PREFILL_SOURCES.filter((source) => prefills.includes(source)),
    );
  },
);

describe.each<[string, readonly string[]]>([
  ['Cả tờ khai', [...namesOf(DEFINITION), ...namesOf(PAGE), ...namesOf(WARNING), 'pages', 'fields']],
  ['Mọi câu hỏi', [...namesOf(FIELD), 'type']],
  ['Các loại câu hỏi', ['computed', 'repeat', ...namesOf(REPEAT)]],
  ['Dòng máy viết', Object.keys(COMPUTATION.cases)],
  ['Điền sẵn', PREFILL_SOURCES],
  ['Giấy tờ kèm theo', [...namesOf(COMPONENT), ...COMPONENT.accept.list.oneOf]],
])('%s', (title, names) => {
  test.each(names)('%s', (name) => {
    expect(quoted(partOf(title))).toContain(name);
  });
});
