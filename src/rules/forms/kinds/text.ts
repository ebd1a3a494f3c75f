// Free text on one line or several, never refused for its marks.
import { tidy, tidyLines } from '../../kernel/index.ts';
import type { FieldOf } from '../field.ts';
import { generalSentences, notEntered } from '../parts/general.ts';
import { cased, WRITTEN, writtenFaults } from '../parts/written.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, noDoubts, noMisfits, ONE_TEXT } from './kind.ts';

const options = {
  ...WRITTEN,
  /** Lines of a text area; one line without it. */
  'rows?': 'count',
  /** Offered while typing; anything else may be written too. */
  'suggestions?': { list: 'text' },
} as const satisfies Shapes;

export const text: Kind<FieldOf<'text', typeof options>, string> = {
  ...ONE_TEXT,
  type: 'text',
  options,
  misfits: noMisfits,
  ask: ({ rows, suggestions }) => (rows ? { as: 'lines', rows } : { as: 'line', suggestions }),
  parse(read, field) {
    const typed = field.rows ? tidyLines(read('')) : tidy(read(''));
    return typed === '' ? null : { value: cased(typed, field) };
  },
  missing: (field) => notEntered(field),
  faults: writtenFaults,
  doubts: noDoubts,
  format: (value) => value,
  onPaper: ({ label, rows }) => [{ kind: 'line', label, lines: rows ?? 1 }],
  share: 1.6,
  prefills: ['fullName', 'personalNumber', 'phone', 'email'],
  start: (known, field) => known && (field.uppercase ? known.toLocaleUpperCase('vi') : known),
  sentences: [generalSentences],
};
