// What covers a desk that nobody uses: the work behind it stays as it is, out of sight, until the same person is back.
import { Button } from '../components/button/button.tsx';
import { words } from '../words/index.ts';
import type { Shell } from './shell.ts';

/** The cover, hidden until the page has lain unused; it is worked by script (without, the session's own end protects). */
export function Lock({ lang, lock, actor }: Pick<Shell, 'lang' | 'lock' | 'actor'>) {
  if (!lock || !actor) return null;
  const say = words(lang).lock;
  return (
    <div
      class="mc-lock"
      data-module="mc-lock"
      data-minutes={lock.minutes}
      data-who={lock.who}
      role="dialog"
      aria-modal="true"
      aria-labelledby="mc-lock-title"
      hidden
    >
      <div class="mc-lock__card">
        <h1 class="govuk-heading-l" id="mc-lock-title">
          {say.title}
        </h1>
        <p class="govuk-body" data-lock-same>
          {say.lead(lock.minutes, actor.name)}
        </p>
        <p class="govuk-body" data-lock-other hidden>
          {say.other(actor.name)}
        </p>
        <Button href={lock.open} attributes={{ target: '_blank' }}>
          {say.open}
        </Button>
      </div>
    </div>
  );
}
