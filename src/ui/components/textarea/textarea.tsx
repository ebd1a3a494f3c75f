// Several lines of text.
import { type ControlProps, described, LabelledControl } from '../form-group.tsx';
import { join, type Piece } from '../piece.tsx';

export interface TextareaProps extends ControlProps {
  label: Piece;
  value?: string;
  rows?: number;
  autocomplete?: string;
  spellcheck?: boolean;
  disabled?: boolean;
}

/** Label, hint, error and a text area; five rows unless told. */
export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name;
  return (
    <LabelledControl id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      <textarea
        class={join('govuk-textarea', props.error !== undefined && 'govuk-textarea--error', props.classes)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        disabled={props.disabled}
        aria-describedby={described(id, props)}
        autocomplete={props.autocomplete}
        {...props.attributes}
      >
        {props.value}
      </textarea>
    </LabelledControl>
  );
}
