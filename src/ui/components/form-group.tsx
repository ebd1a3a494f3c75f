// What every form control shares: the group's frame, hint and error, and the ids that tie them to the control.
import type { ComponentChildren } from 'preact';
import { ErrorMessage } from './error-message/error-message.tsx';
import { Hint } from './hint/hint.tsx';
import { Label } from './label/label.tsx';
import { type Attributes, dressed, join, type Piece } from './piece.tsx';

/** Props that every form control takes. */
export interface ControlProps {
  name: string;
  /** The control's id; the name when absent. */
  id?: string;
  hint?: Piece;
  error?: Piece;
  describedBy?: string;
  classes?: string;
  attributes?: Attributes;
  /** Dress of the surrounding group. */
  group?: { classes?: string; attributes?: Attributes };
}

/** Ids of hint and error in reading order, for `aria-describedby`. */
export function described(
  id: string,
  { describedBy, hint, error }: Pick<ControlProps, 'describedBy' | 'hint' | 'error'>,
) {
  return join(describedBy, hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`);
}

/** Hint and error message of a control. */
export function HintAndError({ id, hint, error }: { id: string; hint?: Piece; error?: Piece }) {
  const help = dressed(hint);
  const wrong = dressed(error);
  return (
    <>
      {help && (
        <Hint id={`${id}-hint`} classes={help.classes} attributes={help.attributes}>
          {help.say}
        </Hint>
      )}
      {wrong && (
        <ErrorMessage id={`${id}-error`} classes={wrong.classes} attributes={wrong.attributes}>
          {wrong.say}
        </ErrorMessage>
      )}
    </>
  );
}

/** The frame around a control; red bar at the left when it has an error. */
export function FormGroup(props: {
  error?: Piece;
  group?: ControlProps['group'];
  children: ComponentChildren;
}) {
  return (
    <div
      class={join(
        'govuk-form-group',
        props.error !== undefined && 'govuk-form-group--error',
        props.group?.classes,
      )}
      {...props.group?.attributes}
    >
      {props.children}
    </div>
  );
}

/** Label, hint, error and one control in a frame. */
export function LabelledControl(
  props: Pick<ControlProps, 'hint' | 'error' | 'group'> & {
    id: string;
    label: Piece;
    children: ComponentChildren;
  },
) {
  const label = dressed(props.label);
  return (
    <FormGroup error={props.error} group={props.group}>
      <Label for={props.id} classes={label.classes} heading={label.heading} attributes={label.attributes}>
        {label.say}
      </Label>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      {props.children}
    </FormGroup>
  );
}
