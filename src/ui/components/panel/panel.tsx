// The end of a service: it is done, and this is your number.
import type { ComponentChildren, JSX } from 'preact';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface PanelProps {
  title: Said;
  children?: ComponentChildren;
  headingLevel?: 1 | 2 | 3 | 4 | 5 | 6;
  classes?: string;
  attributes?: Attributes;
}

/** The confirmation panel with the page's h1. */
export function Panel({ title, children, headingLevel, classes, attributes }: PanelProps) {
  const Heading: keyof JSX.IntrinsicElements = `h${headingLevel ?? 1}`;
  return (
    <div class={join('govuk-panel govuk-panel--confirmation', classes)} {...attributes}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children !== undefined && <div class="govuk-panel__body">{children}</div>}
    </div>
  );
}
