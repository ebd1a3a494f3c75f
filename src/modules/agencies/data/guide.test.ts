// The operator's guide names every member of what data files say of agencies, and whether it must stand.
import { expect, test } from 'vitest';
import { membersOf, tableOf, untold } from '../../../../tests/support/operators-guide.ts';
import { AGENCY, PROVINCE } from './agencies.ts';
import { DAY } from './days.ts';
import { PAYEE } from './payees.ts';

test.each([
  ['### `days`', DAY],
  ['### `provinces`', PROVINCE],
  ['### `agencies`', AGENCY],
  ['### `payees`', PAYEE],
])('%s', (heading, schema) => {
  expect(tableOf(heading)).toEqual(membersOf(schema));
  expect(untold(heading, schema)).toEqual([]);
});
