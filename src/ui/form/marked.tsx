// Labels say both what must be answered (a red star, as the seed asks) and what may be left out (in words).
import type { Dressed, Piece, Said } from '../components/index.ts';
import { useFormWords } from './form-words.ts';

interface Asking {
  label: Said;
  /** Undefined: not marked. */
  required: boolean | undefined;
  /** The question itself, not a part of it. */
  whole: boolean;
}

/** The label over one box, with its star, or with "(không bắt buộc)". */
export function useLabel({ label, required }: Asking): Piece {
  const marked = useMarked(label, required === true);
  return required === undefined ? label : marked;
}

/** The same over several boxes; larger when they are the whole question. */
export function useLegend({ label, required, whole }: Asking): Dressed {
  const marked = useMarked(label, required === true);
  return { ...marked, ...(whole && { classes: 'govuk-fieldset__legend--s' }) };
}

function useMarked(label: Said, required: boolean): Dressed {
  const words = useFormWords();
  if (!required)
    return {
      say: (
        <>
          {label} {words.optional}
        </>
      ),
    };
  return {
    say: (
      <>
        {label}{' '}
        <span class="mc-required" aria-hidden="true">
          *
        </span>
        <span class="govuk-visually-hidden"> {words.requiredMark}</span>
      </>
    ),
  };
}
