// The label of one control; as `heading` it is the page's question.
import { type Attributes, join, type Said } from '../piece.tsx';

export interface LabelProps {
  children?: Said;
  for?: string;
  classes?: string;
  heading?: boolean;
  attributes?: Attributes;
}

/** `<label>`; nothing when there are no words. */
export function Label({ children, for: target, classes, heading, attributes }: LabelProps) {
  if (children === undefined || children === '') return null;
  const label = (
    <label class={join('govuk-label', classes)} for={target} {...attributes}>
      {children}
    </label>
  );
  return heading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
