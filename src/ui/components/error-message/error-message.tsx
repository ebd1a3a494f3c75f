// The same words as in the error summary, beside the control they belong to.
import { naming, useLang, useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface ErrorMessageProps {
  children?: Said;
  id?: string;
  classes?: string;
  attributes?: Attributes;
  /** Read before the message by screen readers; `''` leaves it out. */
  hiddenPrefix?: string;
}

/** Error beside a field. */
export function ErrorMessage({ children, id, classes, attributes, hiddenPrefix }: ErrorMessageProps) {
  const words = useWords();
  const lang = useLang();
  const prefix = hiddenPrefix ?? words.error;
  return (
    <p id={id} class={join('govuk-error-message', classes)} {...attributes}>
      {prefix === '' ? null : <span class="govuk-visually-hidden">{prefix}:</span>}
      {prefix === '' ? null : ' '}
      {typeof children === 'string' ? naming(lang, children) : children}
    </p>
  );
}
