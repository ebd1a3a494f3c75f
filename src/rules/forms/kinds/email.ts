// An e-mail address.
import type { FieldOf } from '../field.ts';
import { paperNumber } from '../parts/paper-number.ts';
import type { Kind } from './kind.ts';

const options = {} as const;

export const email: Kind<FieldOf<'email', typeof options>, string> = {
  ...paperNumber('email'),
  type: 'email',
  options,
  ask: () => ({ as: 'line', keyboard: 'email', exact: true }),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  prefills: ['email'],
};
