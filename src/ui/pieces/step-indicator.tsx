// Where am I in a row of steps, and what comes after.
import { join } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';

export interface StepIndicatorProps {
  /** Titles in order. */
  steps: readonly string[];
  /** Number of the step in hand, from 1. */
  current: number;
}

/** "Bước 2/6" with the row of steps; the step's title itself is the page's heading. */
export function StepIndicator({ steps, current }: StepIndicatorProps) {
  const words = useWords().steps;
  const next = steps[current];
  const status = (index: number) =>
    index + 1 < current ? words.done : index + 1 === current ? words.current : words.later;
  return (
    <nav class="mc-steps" aria-label={words.landmark}>
      <p class="mc-steps__where">
        <strong>{words.position(current, steps.length)}</strong>
        {next && <span class="mc-steps__next">{words.next(next)}</span>}
      </p>
      <ol class="mc-steps__row">
        {steps.map((title, index) => (
          <li
            key={title}
            class={join(
              'mc-steps__step',
              index + 1 < current && 'mc-steps__step--done',
              index + 1 === current && 'mc-steps__step--current',
            )}
            aria-current={index + 1 === current ? 'step' : undefined}
          >
            <span class="mc-steps__title">
              {title}
              <span class="govuk-visually-hidden"> ({status(index)})</span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}
