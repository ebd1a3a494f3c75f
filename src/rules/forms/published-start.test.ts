// What a published form answers before anybody does: convenience, never who one is or what the law asks to be declared.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type FormDefinition, prefill } from './index.ts';

const folder = new URL('../../../db/seeds/reference/forms/', import.meta.url);
/** Usual ways that are shown and easily changed: one's own address again, paper, Vietnamese, no extra copies, oneself and not an office. */
const CONVENIENT = new Set(['contactSame', 'noticeSame', 'want', 'language', 'form', 'kind']);

test.each(readdirSync(folder))('%s', (name) => {
  const form = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as FormDefinition;
  const answered: string[] = [];
  const look = (answers: object, before = '') => {
    for (const [key, value] of Object.entries(answers))
      if (typeof value === 'object' && 'rows' in value)
        for (const row of value.rows) look(row.answers, `${key}.`);
      else answered.push(before + key);
  };
  look(prefill(form, {}));
  expect(answered.filter((key) => !CONVENIENT.has(key.replace(/^.*\./u, '')))).toEqual([]);
});
