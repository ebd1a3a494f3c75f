// What is wrong with the options of one question: names of others that do not serve, and options that do not go together.
import type { Field, RepeatField } from '../definition.ts';
import { KINDS } from '../kinds/index.ts';
import type { Shape } from '../shapes.ts';
import { meant } from './near.ts';
import { eachOwn, namesAt, type Placed } from './structure.ts';

export interface OptionFault {
  /** Path of the option within the question; empty for the question itself. */
  readonly at: string;
  readonly what: string;
}

/** Other questions that its options name. */
export function referenceFaults(place: Placed, all: readonly Placed[]): readonly OptionFault[] {
  const faults: OptionFault[] = [];
  const names = namesAt(place, all, place);
  eachOwn(place.field, (at, shape, value) => {
    if (typeof value !== 'string' || !isReference(shape)) return;
    const known = [...place.before, ...(place.row ?? [])];
    const named = known.findLast((each) => each.field.key === value);
    if (!named) faults.push({ at, what: `“${at}”: ${names.whyNot(value)}` });
    else if (!shape.fieldOf.includes(named.field.type)) {
      const kinds = shape.fieldOf.join(' hoặc ');
      faults.push({ at, what: `“${at}”: “${value}” phải là câu hỏi loại ${kinds}.` });
    }
  });
  return faults;
}

function isReference(shape: Shape): shape is { readonly fieldOf: readonly string[] } {
  return typeof shape === 'object' && 'fieldOf' in shape;
}

/** Options that do not go together. */
export function optionFaults(field: Field): readonly OptionFault[] {
  if (field.type === 'computed') return [];
  if (field.type === 'repeat') return repeatFaults(field);
  const { type, prefill } = field;
  const kind = KINDS.get(type);
  if (!kind) return [{ at: 'type', what: `Không có loại câu hỏi “${type}”.${meant(type, KINDS.keys())}` }];
  const misfits = kind.misfits(field).map((what) => ({ at: '', what }));
  if (prefill === undefined || kind.prefills.includes(prefill)) return misfits;
  const can = kind.prefills.length > 0 ? `chỉ nhận ${kind.prefills.join(', ')}` : 'không điền sẵn được';
  return [...misfits, { at: 'prefill', what: `“prefill”: loại ${type} ${can}.` }];
}

function repeatFaults({ min, max, fields, exactlyOne }: RepeatField): readonly OptionFault[] {
  const faults: OptionFault[] = [];
  if (min > max) faults.push({ at: 'min', what: `“min” (${min}) lớn hơn “max” (${max}).` });
  if (!exactlyOne) return faults;
  const at = 'exactlyOne.field';
  const { field: name } = exactlyOne;
  const ticked = fields.find((each) => each.key === name);
  const keys = fields.map((each) => each.key);
  if (!ticked) {
    faults.push({ at, what: `“exactlyOne”: mỗi dòng không có câu hỏi “${name}”.${meant(name, keys)}` });
  } else if (ticked.type !== 'checkbox' || ticked.options) {
    faults.push({ at, what: `“exactlyOne”: “${name}” phải là một ô đánh dấu (checkbox không có options).` });
  }
  return faults;
}
