// Labels as the guide prints them: a red star where an answer is needed, the word for it beside it for who cannot see it.
import type { Lang, Piece } from '../../ui/index.ts';
import { words } from './words.ts';

/** `Họ tên *` */
export function starred(lang: Lang, label: string): Piece {
  return {
    say: (
      <>
        {label}{' '}
        <span class="mc-required" aria-hidden="true">
          *
        </span>
        <span class="govuk-visually-hidden"> ({words(lang).required})</span>
      </>
    ),
  };
}
