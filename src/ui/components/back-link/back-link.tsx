// One step back in a service, above everything else in the main column.
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface BackLinkProps {
  href?: string;
  children?: Said;
  classes?: string;
  attributes?: Attributes;
}

/** "Quay lại" to the page before. */
export function BackLink({ href, children, classes, attributes }: BackLinkProps) {
  const words = useWords();
  return (
    <a href={href ?? '#'} class={join('govuk-back-link', classes)} {...attributes}>
      {children ?? words.back}
    </a>
  );
}
