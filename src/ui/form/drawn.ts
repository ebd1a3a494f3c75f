// What every drawn field is given, and how a compound field finds the box and the error of one of its parts.
import { boxName, type FormError, idOf, type ShownInput } from '../../rules/forms/index.ts';

export interface DrawnProps {
  shown: ShownInput;
  errors: readonly FormError[];
}

/** One box of a field: its name, id, text, and the error that points at it. */
export interface Part {
  readonly name: string;
  readonly id: string;
  readonly value: string;
  readonly error: string | undefined;
}

/** The box of a field under a suffix (empty: the field's only box). */
export function part({ shown, errors }: DrawnProps, suffix: string): Part {
  const name = boxName(shown.name, suffix);
  const id = idOf(name);
  return {
    name,
    id,
    value: shown.boxes[suffix] ?? '',
    error: errors.find((error) => error.fieldId === id)?.message,
  };
}

/** The first error that points into this part or below it (`issuedOn` finds `…-issuedOn-month`). */
export function errorWithin({ shown, errors }: DrawnProps, suffix: string): FormError | undefined {
  const id = idOf(boxName(shown.name, suffix));
  return errors.find((error) => error.fieldId === id || error.fieldId.startsWith(`${id}-`));
}
