// What a portal says before its first procedures are loaded, on every page that would list some.
import { EmptyState, useLang } from '../../ui/index.ts';
import { words } from './words.ts';

export function NothingYet() {
  const say = words(useLang());
  return (
    <EmptyState say={say.nothingYet}>
      <p class="govuk-body">{say.nothingYetHint}</p>
    </EmptyState>
  );
}
