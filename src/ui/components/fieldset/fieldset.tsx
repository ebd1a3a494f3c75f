// Groups controls under one question.
import type { ComponentChildren } from 'preact';
import { type Attributes, dressed, join, type Piece } from '../piece.tsx';

export interface FieldsetProps {
  legend?: Piece;
  children?: ComponentChildren;
  describedBy?: string;
  role?: 'group' | 'none' | 'presentation' | 'radiogroup';
  classes?: string;
  attributes?: Attributes;
}

/** `<fieldset>` with its legend; `legend={{say, heading: true}}` makes it the h1. */
export function Fieldset({ legend, children, describedBy, role, classes, attributes }: FieldsetProps) {
  const words = dressed(legend);
  return (
    <fieldset
      class={join('govuk-fieldset', classes)}
      role={role}
      aria-describedby={describedBy}
      {...attributes}
    >
      {words && (
        <legend class={join('govuk-fieldset__legend', words.classes)}>
          {words.heading ? <h1 class="govuk-fieldset__heading">{words.say}</h1> : words.say}
        </legend>
      )}
      {children}
    </fieldset>
  );
}
