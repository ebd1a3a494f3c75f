// A date asked by itself: whole, or as far as it is known; held against today, an age and another date of the form.
import { type Fault, NO_FAULTS } from '../fault.ts';
import type { AnyField } from '../field.ts';
import {
  type Around,
  type Compared,
  NOT_GIVEN,
  noDoubts,
  noMisfits,
  type Read,
  told,
} from '../kinds/kind.ts';
import type { Members, Shapes } from '../shapes.ts';
import { generalSentences, inOwnWords, notEntered } from './general.ts';
import { dateBoxes, dateFaults, dateSentences, readDate, sayDate, showDate } from './three-boxes.ts';

export const DATED = {
  /** `no` (default): today at the latest; `allowed`; `only`: today at the earliest. */
  'future?': { oneOf: ['no', 'allowed', 'only'] },
  'minAge?': { members: { years: 'count', 'unless?': 'condition', message: 'text' } },
  /** Must lie strictly before the date in that other field. */
  'before?': { members: { field: { fieldOf: ['date', 'partialDate'] }, message: 'text' } },
} as const satisfies Shapes;

type Dated = AnyField & Members<typeof DATED>;

const ISO_DAY_LENGTH = 10;

/** All that whole and partial dates have in common. */
export function dated(partial: boolean) {
  return {
    misfits: noMisfits,
    ask: () => ({ as: 'date' }) as const,
    boxes: () => dateBoxes(),
    parse: (read: Read, field: Dated) => readDate(read, { field, partial }),
    show: (value: string) => showDate(value),
    missing: (field: Dated) => notEntered(field, 'day'),
    faults(value: string, field: Dated, around: Around): readonly Fault[] {
      const faults = dateFaults(value, { field, partial }, field.future ?? 'no', around.run.today);
      return faults.length > 0 ? faults : againstOthers(value, field, around, partial ? 'year' : 'day');
    },
    doubts: noDoubts,
    compare: (): Compared => ({ as: 'day' }),
    format: sayDate,
    unanswered: NOT_GIVEN,
    // The account may know less than the whole.
    start: (known: string | undefined) =>
      known && (partial || known.length === ISO_DAY_LENGTH) ? known : undefined,
    sentences: [generalSentences, dateSentences],
  };
}

function againstOthers(value: string, field: Dated, around: Around, at: string): readonly Fault[] {
  const { minAge, before } = field;
  const tooYoung = minAge && yearsLater(value, minAge.years) > around.run.today.slice(0, value.length);
  if (tooYoung && !around.tests.get('minAge.unless')?.(around.view)) return inOwnWords(at, minAge.message);
  const other = told(around, before?.field);
  return before && typeof other === 'string' && value >= other.slice(0, value.length)
    ? inOwnWords(at, before.message)
    : NO_FAULTS;
}

function yearsLater(iso: string, years: number): string {
  return `${String(Number(iso.slice(0, 4)) + years).padStart(4, '0')}${iso.slice(4)}`;
}
