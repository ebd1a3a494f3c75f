// A short state in words; the colour only repeats them.
import { type Attributes, join, type Said } from '../piece.tsx';

export interface TagProps {
  children: Said;
  classes?: string;
  attributes?: Attributes;
}

/** A coloured word. For a dossier's state use `StateTag`. */
export function Tag({ children, classes, attributes }: TagProps) {
  return (
    <strong class={join('govuk-tag', classes)} {...attributes}>
      {children}
    </strong>
  );
}
