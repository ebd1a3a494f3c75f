// One of the peoples of Vietnam.
import type { FieldOf } from '../field.ts';
import { ETHNIC_GROUPS } from '../lists.ts';
import { LIMITED, oneOf } from '../parts/one-of.ts';
import type { Kind } from './kind.ts';

type EthnicField = FieldOf<'ethnic', typeof LIMITED>;

export const ethnic: Kind<EthnicField, string> = {
  ...oneOf<EthnicField>(() => ETHNIC_GROUPS),
  type: 'ethnic',
  options: LIMITED,
  ask: () => ({ as: 'list', options: ETHNIC_GROUPS }),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: [],
};
