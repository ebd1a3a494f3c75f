// What only some people need, folded under a line they can open.
import type { ComponentChildren } from 'preact';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface DetailsProps {
  summary: Said;
  children: ComponentChildren;
  open?: boolean;
  id?: string;
  classes?: string;
  attributes?: Attributes;
}

/** A fold that works without script. */
export function Details({ summary, children, open, id, classes, attributes }: DetailsProps) {
  return (
    <details id={id} class={join('govuk-details', classes)} open={open} {...attributes}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
