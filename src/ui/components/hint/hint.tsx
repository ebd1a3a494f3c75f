// The sentence under a label that helps to answer.
import { naming, useLang } from '../../words/index.ts';
import { type Attributes, join, type Said } from '../piece.tsx';

export interface HintProps {
  children?: Said;
  id?: string;
  classes?: string;
  attributes?: Attributes;
}

/** Help text; tie it to the control by `aria-describedby`. */
export function Hint({ children, id, classes, attributes }: HintProps) {
  const lang = useLang();
  return (
    <div id={id} class={join('govuk-hint', classes)} {...attributes}>
      {typeof children === 'string' ? naming(lang, children) : children}
    </div>
  );
}
