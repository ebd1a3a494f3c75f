// The operator's guide names every member of a result template, and whether it must stand.
import { expect, test } from 'vitest';
import { membersOf, tableOf, untold } from '../../../../tests/support/operators-guide.ts';
import { TEMPLATE } from '../papers/template.ts';

test('a result template', () => {
  expect(tableOf('### `resultTemplates`')).toEqual(membersOf(TEMPLATE));
  expect(untold('### `resultTemplates`', TEMPLATE)).toEqual([]);
});
