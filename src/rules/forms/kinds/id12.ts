// A personal number (số định danh, CCCD): twelve digits, compared softly with what else was declared.
import type { FieldOf } from '../field.ts';
import { AGREES, paperNumber } from '../parts/paper-number.ts';
import type { Kind } from './kind.ts';

export const id12: Kind<FieldOf<'id12', typeof AGREES>, string> = {
  ...paperNumber('cccd'),
  type: 'id12',
  options: AGREES,
  ask: () => ({ as: 'line', keyboard: 'numeric', room: 20, exact: true }),
  onPaper: ({ label }) => [{ kind: 'figures', label, groups: [12] }],
  prefills: ['personalNumber'],
};
