// The operator's guide tells every member without which a procedure is refused, and every member of fees and assignments.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { membersOf, tableOf, untold } from '../../../../tests/support/operators-guide.ts';
import { LISTED_PROCEDURE } from '../revisions.ts';
import { DECIDED_FEE } from './decided-fees.ts';
import { ASSIGNMENT } from './forms.ts';

test('the table of a procedure names the obligatory members and no others', () => {
  const guide = readFileSync(new URL('../../../../docs/operate/data.md', import.meta.url), 'utf8');
  const part = /^## A procedure\n(.*?)^## /msu.exec(guide)?.[1] ?? '';
  const told = [...part.matchAll(/^\| `(\w+)` \|/gmu)].map(([, name]) => name);
  const obligatory = Object.entries(LISTED_PROCEDURE.shape)
    .filter(([, schema]) => !schema.safeParse(undefined).success)
    .map(([name]) => name);
  expect(told.toSorted()).toEqual(obligatory.toSorted());
});

test.each([
  ['### `decidedFees`', DECIDED_FEE],
  ['### `formAssignments`', ASSIGNMENT],
])('%s', (heading, schema) => {
  expect(tableOf(heading)).toEqual(membersOf(schema));
  expect(untold(heading, schema)).toEqual([]);
});

test('every member of a procedure, and within its members, is named', () => {
  expect(untold('## A procedure', LISTED_PROCEDURE)).toEqual([]);
});
