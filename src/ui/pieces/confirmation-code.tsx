// The code typed before sending: text, not a picture, so that no one is shut out; spoken digit by digit.
import { Input } from '../components/input/input.tsx';
import type { Piece } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';

export interface ConfirmationCodeProps {
  /** Digits to retype, e.g. "482917". */
  code: string;
  name: string;
  id?: string;
  value?: string;
  error?: Piece;
  /** In place of "Nhập mã xác nhận". */
  label?: Piece;
  /** In place of "Mã xác nhận của bạn". */
  title?: string;
}

/** Threes from the left: "482917" → "482 917". */
export function grouped(code: string): string {
  return code.replace(/(.{3})(?=.)/gu, '$1 ');
}

/** Shows the code and the box to retype it. Accept it with or without spaces. */
export function ConfirmationCode({ code, name, id, value, error, label, title }: ConfirmationCodeProps) {
  const words = useWords().confirmation;
  return (
    <div class="mc-code">
      <p class="mc-code__title">{title ?? words.title}</p>
      <p class="mc-code__digits">
        <span aria-hidden="true">{grouped(code)}</span>
        <span class="govuk-visually-hidden">{words.spoken([...code].join(', '))}</span>
      </p>
      <Input
        label={label ?? words.label}
        hint={words.hint}
        name={name}
        id={id}
        value={value}
        error={error}
        inputmode="numeric"
        autocomplete="off"
        spellcheck={false}
        classes="govuk-input--width-10 govuk-input--extra-letter-spacing"
      />
    </div>
  );
}
