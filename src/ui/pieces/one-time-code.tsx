// The code from the SMS: spaces accepted, the phone offers it by itself.
import { Input } from '../components/input/input.tsx';
import type { Piece } from '../components/piece.tsx';

export interface OneTimeCodeProps {
  label: Piece;
  name: string;
  id?: string;
  hint?: Piece;
  error?: Piece;
}

/** An input for a one-time code. */
export function OneTimeCode(props: OneTimeCodeProps) {
  return (
    <Input
      {...props}
      inputmode="numeric"
      autocomplete="one-time-code"
      spellcheck={false}
      classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
    />
  );
}
