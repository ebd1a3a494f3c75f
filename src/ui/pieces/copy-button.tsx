// Copies a text that has to be typed elsewhere.
import { useWords } from '../words/index.ts';

/** There only while script runs. @param what how the text is called: "số tài khoản" */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const words = useWords().copy;
  return (
    <button
      type="button"
      class="mc-plain-button"
      data-copy={text}
      data-copied={words.copied}
      aria-live="polite"
      hidden
    >
      {words.copy}
      <span class="govuk-visually-hidden"> {what}</span>
    </button>
  );
}
