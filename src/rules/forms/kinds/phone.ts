// A telephone number, kept in its international form and shown as people dial it.
import type { FieldOf } from '../field.ts';
import { paperNumber } from '../parts/paper-number.ts';
import type { Kind } from './kind.ts';

const options = {} as const;

export const phone: Kind<FieldOf<'phone', typeof options>, string> = {
  ...paperNumber('phone'),
  type: 'phone',
  options,
  ask: () => ({ as: 'line', keyboard: 'tel', room: 20 }),
  onPaper: ({ label }) => [{ kind: 'figures', label, groups: [10] }],
  prefills: ['phone'],
};
