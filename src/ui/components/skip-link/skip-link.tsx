// The first stop of the keyboard: past the header to what the page says.
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface SkipLinkProps {
  href?: string;
  children?: Said;
  classes?: string;
  attributes?: Attributes;
}

/** Hidden until it has the focus. */
export function SkipLink({ href, children, classes, attributes }: SkipLinkProps) {
  const words = useWords();
  return (
    <a
      href={href ?? '#content'}
      class={join('govuk-skip-link', classes)}
      data-module="govuk-skip-link"
      {...attributes}
    >
      {children ?? words.skipToContent}
    </a>
  );
}
