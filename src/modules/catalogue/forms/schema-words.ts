// What a form's schema says to the author; each sentence follows the name of what is wrong.
import { shapes } from '../../../platform/data/index.ts';
import { meant } from '../../../rules/forms/author/index.ts';

type Wrong = Parameters<typeof shapes.withMarks>[1];

/** "“label” bị thiếu." or "“label” phải là chữ." */
export function is(what: string) {
  return {
    error: (wrong: Wrong) =>
      wrong.input === undefined ? 'bị thiếu.' : `${shapes.withMarks(`phải ${what}`, wrong)}.`,
  };
}

/** Members that there are not, with the one that may have been meant. */
export function unknownMembers(names: readonly string[]) {
  const group = is('là nhóm mục trong ngoặc nhọn { }');
  return {
    error: (wrong: Wrong) => {
      if (!wrong.keys) return group.error(wrong);
      const unknown = wrong.keys.map((key) => `“${key}”`).join(', ');
      return `không có mục ${unknown}.${wrong.keys.map((key) => meant(key, names)).join('')}`;
    },
  };
}
