// Lines that the machine writes on the form: a date or a sum in words, the agency, the day, the estimated fee.
import { formatDate } from '../kernel/index.ts';
import type { Answers, Value } from './answers.ts';
import type { View } from './condition.ts';
import type { Run } from './context.ts';
import { dateWords, moneyWords } from './number-words.ts';
import type { Shapes, Typed } from './shapes.ts';

/** What a line may be made of: the table of computations and the answer that each needs. */
export const COMPUTATION = {
  by: 'op',
  cases: {
    dateWords: { of: { fieldOf: ['date', 'partialDate'] } },
    moneyWords: { of: { fieldOf: ['money', 'number'] } },
    agency: {},
    madeAt: {},
    today: {},
    fee: {},
  },
} as const satisfies { readonly by: 'op'; readonly cases: Readonly<Record<string, Shapes>> };

export type Computation = Typed<typeof COMPUTATION>;

interface Line {
  text(source: Value | undefined, answers: Answers, run: Run): string | undefined;
  /** Whether a hand writes it on the blank form; what the agency knows is not asked of it. */
  readonly onPaper: boolean;
}

const LINES: Readonly<Record<Computation['op'], Line>> = {
  dateWords: {
    text: (source) => (typeof source === 'string' ? dateWords(source) : undefined),
    onPaper: true,
  },
  moneyWords: {
    text: (source) => (typeof source === 'number' ? moneyWords(source) : undefined),
    onPaper: true,
  },
  agency: { text: (_, __, { ctx }) => ctx.agencyName, onPaper: false },
  madeAt: { text: (_, __, { ctx }) => ctx.madeAt, onPaper: false },
  today: { text: (_, __, { ctx }) => formatDate(ctx.today), onPaper: false },
  fee: { text: (_, answers, { ctx }) => ctx.feeText?.(answers), onPaper: false },
};

/** The text of a computed line; undefined while what it is made from is not answered. */
export function computeText(
  compute: Computation,
  view: View,
  answers: Answers,
  run: Run,
): string | undefined {
  const source = 'of' in compute ? (view.row?.[compute.of] ?? view.whole[compute.of]) : undefined;
  return LINES[compute.op].text(source, answers, run);
}

/** Whether the line stands on the blank form. */
export function isWrittenByHand(compute: Computation): boolean {
  return LINES[compute.op].onPaper;
}
