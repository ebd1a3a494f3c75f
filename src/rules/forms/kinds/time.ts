// A time of day, in hours and minutes as clocks in Vietnam show it: 24 hours.
import { tidy, upperFirst } from '../../kernel/index.ts';
import { type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { FieldOf } from '../field.ts';
import { generalSentences, notEntered, wrong } from '../parts/general.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, noDoubts, noMisfits, ONE_TEXT } from './kind.ts';

const options = {} as const satisfies Shapes;

/** "7:30", "07.30", "7h30", "7 giờ 30 phút", "7h", "7 giờ": hours, then minutes or nothing. */
const TYPED = /^(\d{1,2})(?:\s*(?::|\.|h|g|giờ)\s*(?:(\d{1,2})\s*(?:'|p|ph|phút)?)?)$/iu;

const says = sentences(
  {
    'time-unclear': ({ name }: Named) =>
      `${upperFirst(name)} phải là giờ và phút, từ 00:00 đến 23:59, ví dụ 07:30.`,
  },
  {
    'time-unclear': ({ label }) =>
      `“${label}” must be hours and minutes, from 00:00 to 23:59, for example 07:30.`,
  },
);

/** The answer is "HH:MM". */
export const time: Kind<FieldOf<'time', typeof options>, string> = {
  ...ONE_TEXT,
  type: 'time',
  options,
  misfits: noMisfits,
  ask: () => ({ as: 'line', room: 5, exact: true }),
  parse(read, field) {
    const typed = tidy(read(''));
    if (typed === '') return null;
    const [, hour = '', minute = '0'] = TYPED.exec(typed) ?? [];
    if (hour !== '' && Number(hour) < 24 && Number(minute) < 60)
      return { value: `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` };
    return { faults: wrong(field, '', () => says.fault('', 'time-unclear', named(field))) };
  },
  missing: (field) => notEntered(field),
  faults: () => NO_FAULTS,
  doubts: noDoubts,
  format: (value) => `${value.slice(0, 2)} giờ ${value.slice(3)} phút`,
  onPaper: ({ label }) => [{ kind: 'figures', label, groups: [2, 2] }],
  share: 1,
  prefills: [],
  sentences: [generalSentences, says.set],
};
