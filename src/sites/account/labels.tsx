// Labels as the guide prints them: a red star where an answer is needed, the word for it beside it for who cannot see it.
import type { Piece } from '../../ui/index.ts';

/** `Họ tên *` */
export function starred(label: string): Piece {
  return {
    say: (
      <>
        {label}{' '}
        <span class="mc-required" aria-hidden="true">
          *
        </span>
        <span class="govuk-visually-hidden"> (bắt buộc)</span>
      </>
    ),
  };
}
