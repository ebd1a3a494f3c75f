// One line of text: names, numbers, phones, codes.
import type { ComponentChildren, HTMLInputTypeAttribute } from 'preact';
import { type ControlProps, described, LabelledControl } from '../form-group.tsx';
import { type Attributes, type Dressed, dressed, join, type Piece } from '../piece.tsx';

export interface InputProps extends ControlProps {
  label: Piece;
  type?: HTMLInputTypeAttribute;
  value?: string | number;
  inputmode?: 'numeric' | 'decimal' | 'tel' | 'email' | 'text' | 'search' | 'url' | 'none';
  autocomplete?: string;
  autocapitalize?: 'on' | 'off' | 'none' | 'words' | 'sentences' | 'characters';
  pattern?: string;
  spellcheck?: boolean;
  disabled?: boolean;
  prefix?: Piece;
  suffix?: Piece;
  wrapper?: { classes?: string; attributes?: Attributes };
  /** Stands after the input inside its wrapper (a button, say). */
  after?: ComponentChildren;
}

function Affix({ side, words }: { side: 'prefix' | 'suffix'; words: Dressed }) {
  return (
    <div class={join(`govuk-input__${side}`, words.classes)} aria-hidden="true" {...words.attributes}>
      {words.say}
    </div>
  );
}

function Control(props: InputProps & { id: string }) {
  const kind: Attributes = { type: props.type ?? 'text' };
  return (
    <input
      class={join('govuk-input', props.classes, props.error !== undefined && 'govuk-input--error')}
      id={props.id}
      name={props.name}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={described(props.id, props)}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputMode={props.inputmode}
      {...kind}
      {...props.attributes}
    />
  );
}

/** Label, hint, error and a single-line input. */
export function Input(props: InputProps) {
  const id = props.id ?? props.name;
  const prefix = dressed(props.prefix);
  const suffix = dressed(props.suffix);
  const control = <Control {...props} id={id} />;
  const wrapped = prefix || suffix || props.after;
  return (
    <LabelledControl id={id} label={props.label} hint={props.hint} error={props.error} group={props.group}>
      {wrapped ? (
        <div class={join('govuk-input__wrapper', props.wrapper?.classes)} {...props.wrapper?.attributes}>
          {prefix && <Affix side="prefix" words={prefix} />}
          {control}
          {suffix && <Affix side="suffix" words={suffix} />}
          {props.after}
        </div>
      ) : (
        control
      )}
    </LabelledControl>
  );
}
