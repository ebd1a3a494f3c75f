// Free text: NFC, tidied, held to a length and to the patterns of the form.
import { type Fault, NO_FAULTS } from '../fault.ts';
import type { AnyField } from '../field.ts';
import type { Members, Shapes } from '../shapes.ts';
import { inOwnWords, unprintable } from './general.ts';

const DEFAULT_LENGTH = 100;
const PATTERN = { list: { members: { pattern: 'pattern', message: 'text' } } } as const;
const patterns = new Map<string, RegExp>();

export const WRITTEN = {
  'maxLength?': 'count',
  /** Kept in capitals, as the paper form asks ("ghi bằng chữ in hoa"). */
  'uppercase?': 'flag',
  'mustMatch?': PATTERN,
  'mustNotMatch?': PATTERN,
} as const satisfies Shapes;

type Written = AnyField & Members<typeof WRITTEN>;

/** In capitals where the form asks for them. */
export function cased(text: string, field: Written): string {
  return field.uppercase ? text.toLocaleUpperCase('vi').normalize('NFC') : text;
}

export function writtenFaults(value: string, field: Written): readonly Fault[] {
  const faults = unprintable(field, '', value, field.maxLength ?? DEFAULT_LENGTH);
  if (faults.length > 0) return faults;
  const lacking = field.mustMatch?.find((rule) => !patternOf(rule.pattern).test(value));
  const broken = lacking ?? field.mustNotMatch?.find((rule) => patternOf(rule.pattern).test(value));
  return broken ? inOwnWords('', broken.message) : NO_FAULTS;
}

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'iu');
    patterns.set(source, pattern);
  }
  return pattern;
}
