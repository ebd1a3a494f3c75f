// When one comes to the office: one of its half-days still to come, taken from its own calendar, never typed.
import { halfDayInWords, readHalfDay } from '../../calendar/index.ts';
import { type Language, upperFirst } from '../../kernel/index.ts';
import { type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { FieldOf, Option } from '../field.ts';
import { generalSentences, notChosen, wrong } from '../parts/general.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, noDoubts, noMisfits, ONE_TEXT } from './kind.ts';

const options = {} as const satisfies Shapes;

const says = sentences(
  {
    'appointment-closed': ({ when }: Named & { when: string }) =>
      `Cơ quan không hẹn được vào ${when}. Bạn hãy chọn một buổi khác trong danh sách.`,
  },
  {
    'appointment-closed': ({ when }) =>
      `The agency cannot be visited on ${when}. Choose another half-day from the list.`,
  },
);

/** The answer is `2026-12-01T07:30/11:30`. */
export const appointment: Kind<FieldOf<'appointment', typeof options>, string> = {
  ...ONE_TEXT,
  type: 'appointment',
  options,
  misfits: noMisfits,
  ask: (_field, { ctx, language }) => ({
    as: 'list',
    options: (ctx.halfDays?.() ?? []).map((value): Option => ({ value, label: words(value, language) })),
  }),
  parse(read) {
    const typed = read('').trim();
    return typed === '' ? null : { value: typed };
  },
  missing: (field) => notChosen(field),
  faults(value, field, { run: { ctx, language } }) {
    if (!readHalfDay(value)) return wrong(field, '', () => notChosen(field));
    if (ctx.halfDays?.().includes(value) ?? true) return NO_FAULTS;
    return says.fault('', 'appointment-closed', { ...named(field), when: words(value, language) });
  },
  doubts: noDoubts,
  format: (value, _field, { language }) => upperFirst(words(value, language)),
  onPaper: ({ label }) => [{ kind: 'line', label }],
  share: 1.6,
  prefills: [],
  sentences: [generalSentences, says.set],
};

function words(value: string, language: Language): string {
  const halfDay = readHalfDay(value);
  return halfDay ? halfDayInWords(halfDay, language) : value;
}
