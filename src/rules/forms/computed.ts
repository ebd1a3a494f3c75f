// Lines that the machine writes on the form: a date or a sum in words, the agency, the day, the estimated fee.
import { formatDate } from '../kernel/index.ts';
import type { Answers, Value } from './answers.ts';
import type { View } from './condition.ts';
import type { Computation } from './definition.ts';
import type { Run } from './kinds/kind.ts';
import { dateWords, moneyWords } from './words.ts';

/** The text of a computed line; undefined while what it is made from is not answered. */
export function computeText(
  compute: Computation,
  view: View,
  answers: Answers,
  run: Run,
): string | undefined {
  const { ctx } = run;
  switch (compute.op) {
    case 'dateWords':
      return dateInWords(source(compute.of, view));
    case 'moneyWords':
      return sumInWords(source(compute.of, view));
    case 'agency':
      return ctx.agencyName;
    case 'madeAt':
      return ctx.madeAt;
    case 'today':
      return formatDate(ctx.today);
    case 'fee':
      return ctx.feeText?.(answers);
  }
}

function source(key: string, view: View): Value | undefined {
  return view.row?.[key] ?? view.whole[key];
}

function dateInWords(value: Value | undefined): string | undefined {
  return typeof value === 'string' ? dateWords(value) : undefined;
}

function sumInWords(value: Value | undefined): string | undefined {
  return typeof value === 'number' ? moneyWords(value) : undefined;
}
