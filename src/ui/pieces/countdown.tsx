// A wait said as a sentence; the script counts it down, without script the sentence is still true when read.
import { useWords } from '../words/index.ts';

export interface CountdownProps {
  /** Seconds left when the page is sent; 0 or less shows `ready`. */
  seconds: number;
  wait?: (seconds: number) => string;
  ready?: string;
  /** Id of a button that stays disabled until the wait is over (only where script runs). */
  unlocks?: string;
}

const SAMPLE = 59;

/** "Bạn có thể gửi lại sau 45 giây." then "Bạn có thể gửi lại ngay bây giờ." */
export function Countdown({ seconds, wait, ready, unlocks }: CountdownProps) {
  const words = useWords().countdown;
  const say = wait ?? words.wait;
  const over = ready ?? words.ready;
  if (seconds <= 0) return <span>{over}</span>;
  return (
    <span
      data-module="mc-countdown"
      data-seconds={seconds}
      data-wait={say(SAMPLE).replace(String(SAMPLE), '%')}
      data-clock={words.clock('%', '%')}
      data-ready={over}
      data-unlocks={unlocks}
    >
      <span aria-hidden="true" data-countdown-face hidden />
      <span data-countdown-words>{say(seconds)}</span>
      <span class="govuk-visually-hidden" role="status" data-countdown-over />
    </span>
  );
}
