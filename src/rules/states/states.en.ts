// The states in English.
import type { State } from './states.ts';

export const en: Readonly<Record<State, string>> = {
  1: 'Newly filed',
  2: 'Accepted',
  3: 'Not accepted',
  4: 'In progress',
  5: 'Supplement requested',
  7: 'Withdrawn by the applicant',
  9: 'Finished',
  10: 'Result delivered',
};
