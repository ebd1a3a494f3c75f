// Words set apart from the text around them.
import type { ComponentChildren } from 'preact';
import { type Attributes, join } from '../piece.tsx';

export interface InsetTextProps {
  children: ComponentChildren;
  id?: string;
  classes?: string;
  attributes?: Attributes;
}

/** A paragraph with a bar at its left. */
export function InsetText({ children, id, classes, attributes }: InsetTextProps) {
  return (
    <div id={id} class={join('govuk-inset-text', classes)} {...attributes}>
      {children}
    </div>
  );
}
