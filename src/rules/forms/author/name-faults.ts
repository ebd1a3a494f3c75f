// Keys become the names of boxes and their ids on the page: no two may be the same.
import { boxName, idOf } from '../answers.ts';
import type { Field } from '../definition.ts';
import { KINDS } from '../kinds/index.ts';
import { ROW_BUTTON } from '../rows.ts';
import type { Placed } from './structure.ts';

/** Boxes that every page has of its own. */
const RESERVED = [ROW_BUTTON, '_csrf'];

export function nameFaults(place: Placed, all: readonly Placed[]): readonly string[] {
  const { field, repeat } = place;
  const sisters = all.filter((each) => each.repeat === repeat);
  const earlier = sisters.slice(0, sisters.indexOf(place));
  if (earlier.some((each) => each.field.key === field.key)) return [`Khóa “${field.key}” có hai lần.`];
  if (!repeat && RESERVED.includes(field.key)) {
    return [`“${field.key}” là tên mà trang nào cũng dùng; hãy đặt khóa khác.`];
  }
  const taken = new Map(
    earlier.flatMap((each) => boxesOf(each.field).map((box) => [idOf(box), each.field.key])),
  );
  const clash = boxesOf(field)
    .map((box) => taken.get(idOf(box)))
    .find((key) => key !== undefined);
  return clash === undefined
    ? []
    : [`Ô của “${field.key}” trùng tên với ô của “${clash}”; hãy đặt khóa khác.`];
}

function boxesOf(field: Field): readonly string[] {
  const { key } = field;
  if (field.type === 'computed') return [key];
  if (field.type === 'repeat') return [key, ...['rows', 'next', 'add'].map((part) => boxName(key, part))];
  return (KINDS.get(field.type)?.boxes(field) ?? []).map((suffix) => boxName(key, suffix));
}
