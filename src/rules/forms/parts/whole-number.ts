// Whole numbers, however their thousands were written.
import { tidy, upperFirst } from '../../kernel/index.ts';
import { type Fault, type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import type { AnyField } from '../field.ts';
import { type Compared, NOT_GIVEN, noDoubts, type Parsed, type Read } from '../kinds/kind.ts';
import type { Members, Shapes } from '../shapes.ts';
import { generalSentences, notEntered, wrong } from './general.ts';

const LARGEST = 999_999_999_999_999;

export const BOUNDS = { 'min?': 'integer', 'max?': 'integer' } as const satisfies Shapes;

type Bounded = AnyField & Members<typeof BOUNDS>;

const says = sentences(
  {
    'number-digits': ({ name, example }: Named & { example: string }) =>
      `${upperFirst(name)} phải là số nguyên viết bằng chữ số, ví dụ ${example}.`,
    'number-least': ({ name, least }: Named & { least: string }) =>
      `${upperFirst(name)} phải từ ${least} trở lên.`,
    'number-most': ({ name, most }: Named & { most: string }) =>
      `${upperFirst(name)} không được quá ${most}.`,
    'number-range': ({ name, least, most }: Named & { least: string; most: string }) =>
      `${upperFirst(name)} phải từ ${least} đến ${most}.`,
  },
  {
    'number-digits': ({ label, example }) =>
      `“${label}” must be a whole number in digits, for example ${example}.`,
    'number-least': ({ label, least }) => `“${label}” must be ${least} or more.`,
    'number-most': ({ label, most }) => `“${label}” must not be more than ${most}.`,
    'number-range': ({ label, least, most }) => `“${label}” must be from ${least} to ${most}.`,
  },
);

/**
 * All that whole numbers have in common.
 * @param shape what may be typed, the digits (with signs between thousands) as its first group
 * @param say the number with its unit
 */
export function wholeNumber(shape: RegExp, example: string, say: (value: number) => string) {
  return {
    misfits: ({ min = 0, max = LARGEST }: Bounded) =>
      min > max ? [`“min” (${min}) lớn hơn “max” (${max}).`] : [],
    boxes: () => [''],
    parse(read: Read, field: Bounded): Parsed<number> {
      const typed = tidy(read(''));
      if (typed === '') return null;
      const match = shape.exec(typed);
      const value = match ? Number(match[1]!.replace(/[., ]/gu, '')) : Number.NaN;
      if (value <= LARGEST) return { value };
      const told = named(field);
      return {
        faults: wrong(field, '', () =>
          match
            ? says.fault('', 'number-most', { ...told, most: say(field.max ?? LARGEST) })
            : says.fault('', 'number-digits', { ...told, example }),
        ),
      };
    },
    missing: (field: Bounded) => notEntered(field),
    faults(value: number, field: Bounded): readonly Fault[] {
      const { min = 0, max = LARGEST } = field;
      if (Number.isSafeInteger(value) && value >= min && value <= max) return NO_FAULTS;
      const told = { ...named(field), least: say(min) };
      return max === LARGEST
        ? says.fault('', 'number-least', told)
        : says.fault('', 'number-range', { ...told, most: say(max) });
    },
    doubts: noDoubts,
    compare: ({ min = 0, max = LARGEST }: Bounded): Compared => ({ as: 'number', min, max }),
    unanswered: NOT_GIVEN,
    share: 1,
    start: () => undefined,
    sentences: [generalSentences, says.set],
  };
}
