// Labels say both what must be answered (a red star, as the seed asks) and what may be left out (in words).
import type { Dressed } from '../components/index.ts';
import type { FormWords } from './form-words.ts';

interface Marked {
  label: string;
  required: boolean;
  words: FormWords;
  classes?: string;
}

/** The label with its star, or with "(không bắt buộc)". */
export function marked({ label, required, words, classes }: Marked): Dressed {
  const say = required ? (
    <>
      {label}{' '}
      <span class="mc-required" aria-hidden="true">
        *
      </span>
      <span class="govuk-visually-hidden"> {words.requiredMark}</span>
    </>
  ) : (
    `${label} ${words.optional}`
  );
  return { say, ...(classes && { classes }) };
}
