// The last page of a sign-up.
import { Button, Page, Panel, type Shell } from '../../../ui/index.ts';
import { words } from './words.ts';

export function DonePage({ shell, next, back }: { shell: Shell; next: string; back: boolean }) {
  const say = words(shell.lang).done;
  return (
    <Page {...shell} title={say.title} width="form">
      <Panel title={say.title}>{say.body}</Panel>
      <p class="govuk-body">{say.how}</p>
      <Button href={next}>{back ? say.continue : say.signIn}</Button>
    </Page>
  );
}
