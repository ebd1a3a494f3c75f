// An e-mail address.
import { tidy } from '../../kernel/index.ts';
import { type Named, NO_FAULTS, named, sentences, upperFirst } from '../fault.ts';
import type { FieldOf } from '../field.ts';
import { generalSentences, notEntered, wrong } from '../parts/general.ts';
import { type Kind, noDoubts, noMisfits, ONE_TEXT } from './kind.ts';

const SHAPE = /^[^\s@<>"(),:;]+@[^\s@<>"(),:;.]+(?:\.[^\s@<>"(),:;.]+)+$/u;
const LONGEST = 254;

const options = {} as const;

const says = sentences(
  { 'email-shape': ({ name }: Named) => `${upperFirst(name)} phải có dạng ten@vidu.vn.` },
  { 'email-shape': ({ label }) => `“${label}” must look like ten@vidu.vn.` },
);

export const email: Kind<FieldOf<'email', typeof options>, string> = {
  ...ONE_TEXT,
  type: 'email',
  options,
  misfits: noMisfits,
  ask: () => ({ as: 'line', keyboard: 'email', exact: true }),
  parse(read) {
    const typed = tidy(read('')).replace(/ /gu, '').normalize('NFC');
    return typed === '' ? null : { value: typed };
  },
  missing: (field) => notEntered(field),
  faults(value, field) {
    if (value.length <= LONGEST && SHAPE.test(value)) return NO_FAULTS;
    return wrong(field, '', () => says.fault('', 'email-shape', named(field)));
  },
  doubts: noDoubts,
  format: (value) => value,
  onPaper: ({ label }) => [{ kind: 'line', label }],
  share: 1,
  prefills: ['email'],
  sentences: [generalSentences, says.set],
};
