// What a person loses or owes in law if they go on.
import { useWords } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface WarningTextProps {
  children?: Said;
  /** Read in place of the mark. */
  iconWord?: string;
  classes?: string;
  attributes?: Attributes;
}

/** A bold sentence behind an exclamation mark. */
export function WarningText({ children, iconWord, classes, attributes }: WarningTextProps) {
  const words = useWords();
  return (
    <div class={join('govuk-warning-text', classes)} {...attributes}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{iconWord ?? words.warning}</span> {children}
      </strong>
    </div>
  );
}
