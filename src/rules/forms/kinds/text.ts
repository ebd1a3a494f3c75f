// Free text and names of persons: NFC, tidied, never refused for their marks.
import { tidy } from '../../kernel/index.ts';
import { check } from '../../papers/index.ts';
import type { TextField } from '../definition.ts';
import { Subject, wrong } from '../messages.ts';
import { whyStrange } from '../typed-text.ts';
import { fault, type Kind, NO_FAULTS, type Read } from './kind.ts';
import { inPlace } from './paper-number.ts';

const DEFAULT_LENGTH = 100;
const patterns = new Map<string, RegExp>();

export const text: Kind<TextField, string> = {
  boxes: () => [''],
  parse(read: Read, field) {
    const typed = field.rows ? tidyLines(read('')) : tidy(read(''));
    if (typed === '') return null;
    return { value: field.uppercase ? typed.toLocaleUpperCase('vi').normalize('NFC') : typed };
  },
  show: (value) => ({ '': value }),
  faults(value, field) {
    const longest = field.maxLength ?? DEFAULT_LENGTH;
    if (value.length > longest) {
      return fault('', `${Subject(field)} dài quá ${longest} ký tự. Bạn hãy viết ngắn lại.`);
    }
    const strange = whyStrange(Subject(field), value);
    if (strange) return fault('', strange);
    for (const rule of field.mustMatch ?? []) {
      if (!patternOf(rule.pattern).test(value)) return fault('', rule.message);
    }
    for (const rule of field.mustNotMatch ?? []) {
      if (patternOf(rule.pattern).test(value)) return fault('', rule.message);
    }
    return NO_FAULTS;
  },
  format: (value) => value,
};

export const personName: Kind<TextField, string> = {
  ...text,
  parse(read, field, run) {
    const judged = check('name', read(''));
    return text.parse(() => judged.out ?? read(''), field, run);
  },
  faults(value, field, run) {
    const faults = text.faults(value, field, run);
    if (faults.length > 0) return faults;
    const judged = check('name', value);
    return judged.ok === false ? fault('', wrong(field, inPlace(Subject(field), judged.why))) : NO_FAULTS;
  },
};

function tidyLines(typed: string): string {
  return typed
    .split(/\r\n|\r|\n/u)
    .map(tidy)
    .join('\n')
    .trim();
}

function patternOf(source: string): RegExp {
  let pattern = patterns.get(source);
  if (!pattern) {
    pattern = new RegExp(source, 'iu');
    patterns.set(source, pattern);
  }
  return pattern;
}
