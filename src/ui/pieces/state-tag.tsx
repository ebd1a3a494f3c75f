// A dossier's state: words first, a mark second, colour last.
import { join } from '../components/piece.tsx';
import { useWords } from '../words/index.ts';

/** National status codes 0-10. */
export type StateCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** How a state feels to the person: theirs to act on, moving, ended well, ended badly, or not begun. */
export type Mood = 'plain' | 'moving' | 'wait' | 'good' | 'bad';

const MOODS: Record<StateCode, Mood> = {
  0: 'plain',
  1: 'moving',
  2: 'moving',
  3: 'bad',
  4: 'moving',
  5: 'wait',
  6: 'wait',
  7: 'wait',
  8: 'bad',
  9: 'good',
  10: 'good',
};

const MARKS: Record<Mood, string> = {
  plain: 'M3 13l1-4 7-7 3 3-7 7z',
  moving: 'M2 8h10M8 3.5 12.5 8 8 12.5',
  wait: 'M8 1.5v8M8 12.5v2',
  good: 'M2.5 8.5 6.5 12.5 13.5 4',
  bad: 'M3 3l10 10M13 3 3 13',
};

/** The mood of a state. */
export function moodOf(state: StateCode): Mood {
  return MOODS[state];
}

/** A word with a mark in a mood's colour; for states outside 0-10 (money, delivery). */
export function MoodTag({ mood, children, classes }: { mood: Mood; children: string; classes?: string }) {
  return (
    <strong class={join('mc-state', `mc-state--${mood}`, classes)}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={MARKS[mood]} fill="none" stroke="currentColor" stroke-width="2.5" />
      </svg>
      {children}
    </strong>
  );
}

/** Code 7 stands for the wish to withdraw and for its end alike. */
const WITHDRAWN = 7;

export interface StateTagProps {
  state: StateCode;
  /** Nothing more is done with the dossier. */
  ended?: boolean;
  /** New again: its supplement has come. */
  back?: boolean;
}

/** The state in the words of domain code 0-10. */
export function StateTag({ state, ended = false, back = false }: StateTagProps) {
  const { states, withdrawn, supplemented } = useWords();
  const say = ended && state === WITHDRAWN ? withdrawn : back ? supplemented : states[state];
  return <MoodTag mood={MOODS[state]}>{say ?? ''}</MoodTag>;
}

/** "Quá hạn": an attribute beside the state, never instead of it. */
export function LateTag() {
  return (
    <MoodTag mood="bad" classes="mc-state--late">
      {useWords().late}
    </MoodTag>
  );
}
