// One box to tick, or several of which any may be ticked.
import { type Named, NO_FAULTS, named, sentences } from '../fault.ts';
import { type FieldOf, OPTION } from '../field.ts';
import { choiceOnPaper } from '../paper-line.ts';
import { generalSentences, missing } from '../parts/general.ts';
import { labelOf, twice } from '../parts/one-of.ts';
import type { Shapes } from '../shapes.ts';
import { type Kind, noDoubts } from './kind.ts';

/** Without options one box, true when ticked; with options a list of the ticked values. */
const options = { 'options?': { list: { members: OPTION }, least: 1 } } as const satisfies Shapes;

const says = sentences(
  { 'not-ticked': ({ label }: Named) => `Bạn phải đánh dấu vào ô “${label}”.` },
  { 'not-ticked': ({ label }) => `Tick the box “${label}”.` },
);

const TICKED = { vi: 'Đã đánh dấu', en: 'Ticked' } as const;

export const checkbox: Kind<FieldOf<'checkbox', typeof options>, true | readonly string[]> = {
  type: 'checkbox',
  options,
  misfits: (field) => twice(field.options?.map((option) => option.value) ?? []),
  ask: (field) => (field.options ? { as: 'ticks', options: field.options } : { as: 'tick' }),
  boxes: (field) => (field.options ? field.options.map((option) => option.value) : ['']),
  parse(read, field) {
    if (!field.options) return read('') === 'yes' ? { value: true } : null;
    const ticked = field.options.map((option) => option.value).filter((value) => read(value) === 'yes');
    return ticked.length === 0 ? null : { value: ticked };
  },
  show: (value): Readonly<Record<string, string>> =>
    value === true ? { '': 'yes' } : Object.fromEntries(value.map((each) => [each, 'yes'])),
  missing: (field) => missing(field, '', () => says.fault('', 'not-ticked', named(field))),
  faults: () => NO_FAULTS,
  doubts: noDoubts,
  compare: (field) =>
    field.options ? { as: 'texts', values: field.options.map((option) => option.value) } : { as: 'tick' },
  format: (value, field, run) =>
    value === true
      ? TICKED[run.language]
      : value.map((each) => labelOf(field.options ?? [], each)).join('; '),
  mark: (value) => (value === true ? 'x' : undefined),
  unanswered: { vi: 'Không đánh dấu', en: 'Not ticked' },
  onPaper: ({ label, options: choices }) =>
    choices ? choiceOnPaper(label, choices) : [{ kind: 'tick', text: label }],
  share: 1,
  prefills: [],
  start: () => undefined,
  sentences: [generalSentences, says.set],
};
