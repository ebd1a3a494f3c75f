// A list with nothing in it says so, and says what one can do.
import type { ComponentChildren } from 'preact';

/** A designed emptiness: a sentence and, as children, the next step. */
export function EmptyState({ say, children }: { say: string; children?: ComponentChildren }) {
  return (
    <div class="mc-empty">
      <p class="mc-empty__say">{say}</p>
      {children}
    </div>
  );
}
