// The name of a person, never refused for its marks; digits and other signs are slips.
import { tidy } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { FieldOf } from '../field.ts';
import { generalSentences, notEntered, wrong } from '../parts/general.ts';
import { paperFault, paperSentencesInPlace } from '../parts/paper-fault.ts';
import { cased, WRITTEN, writtenFaults } from '../parts/written.ts';
import { type Kind, noDoubts, noMisfits, ONE_TEXT } from './kind.ts';

export const personName: Kind<FieldOf<'personName', typeof WRITTEN>, string> = {
  ...ONE_TEXT,
  type: 'personName',
  options: WRITTEN,
  misfits: noMisfits,
  ask: () => ({ as: 'line', exact: true, capitals: true }),
  parse(read, field) {
    const typed = tidy(check('name', read('')).out ?? read(''));
    return typed === '' ? null : { value: cased(typed, field) };
  },
  missing: (field) => notEntered(field),
  faults(value, field) {
    const faults = writtenFaults(value, field);
    if (faults.length > 0) return faults;
    const judged = check('name', value);
    return judged.ok === false ? wrong(field, '', () => paperFault('', field, judged)) : faults;
  },
  doubts: noDoubts,
  format: (value) => value,
  onPaper: ({ label }) => [{ kind: 'line', label }],
  share: 2,
  prefills: ['fullName'],
  start: (known, field) => known && (field.uppercase ? known.toLocaleUpperCase('vi') : known),
  sentences: [generalSentences, paperSentencesInPlace],
};
