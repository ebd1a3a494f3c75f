// The operator's guide tells every member without which a procedure is refused.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LISTED_PROCEDURE } from '../revisions.ts';

test('the table of a procedure names the obligatory members and no others', () => {
  const guide = readFileSync(new URL('../../../../docs/operate/data.md', import.meta.url), 'utf8');
  const part = /^## A procedure\n(.*?)^## /msu.exec(guide)?.[1] ?? '';
  const told = [...part.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name);
  const obligatory = Object.entries(LISTED_PROCEDURE.shape)
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => name);
  expect(told.toSorted()).toEqual(obligatory.toSorted());
});
