// A password that may be shown while typing; the button appears only where script runs.
import { useWords } from '../../words/index.ts';
import { Button } from '../button/button.tsx';
import type { ControlProps } from '../form-group.tsx';
import { Input } from '../input/input.tsx';
import { join, type Piece } from '../piece.tsx';

export interface PasswordInputProps extends ControlProps {
  label: Piece;
  value?: string;
  disabled?: boolean;
  /** `current-password` unless told; `new-password` when choosing one. */
  autocomplete?: string;
}

/** Label, hint, error, password box and "Hiện". */
export function PasswordInput(props: PasswordInputProps) {
  const words = useWords().password;
  const id = props.id ?? props.name;
  return (
    <Input
      {...props}
      id={id}
      type="password"
      spellcheck={false}
      autocapitalize="none"
      autocomplete={props.autocomplete ?? 'current-password'}
      classes={join('govuk-password-input__input govuk-js-password-input-input', props.classes)}
      wrapper={{ classes: 'govuk-password-input__wrapper' }}
      group={{
        classes: join('govuk-password-input', props.group?.classes),
        attributes: {
          'data-module': 'govuk-password-input',
          'data-i18n.show-password': words.show,
          'data-i18n.hide-password': words.hide,
          'data-i18n.show-password-aria-label': words.showLabel,
          'data-i18n.hide-password-aria-label': words.hideLabel,
          'data-i18n.password-shown-announcement': words.shown,
          'data-i18n.password-hidden-announcement': words.hidden,
          ...props.group?.attributes,
        },
      }}
      after={
        <Button
          type="button"
          kind="secondary"
          classes="govuk-password-input__toggle govuk-js-password-input-toggle"
          attributes={{ 'aria-controls': id, 'aria-label': words.showLabel, hidden: true }}
        >
          {words.show}
        </Button>
      }
    />
  );
}
