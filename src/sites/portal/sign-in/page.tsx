// The portal's way in: one choice (S-13), and what is said when it did not work.
import type { SignInTrouble } from '../../../platform/http/index.ts';
import { Button, Page, type Shell } from '../../../ui/index.ts';
import { TROUBLES, vi } from './words.vi.ts';

export function SignInPage({ shell, leave, signUp }: { shell: Shell; leave: string; signUp: string }) {
  return (
    <Page {...shell} title={vi.title} width="form">
      <h1 class="govuk-heading-l">{vi.title}</h1>
      <p class="govuk-body">{vi.lead}</p>
      <Button href={leave} start>
        {vi.national}
      </Button>
      <p class="govuk-body">
        {vi.noAccount}{' '}
        <a class="govuk-link" href={signUp}>
          {vi.signUp}
        </a>
      </p>
    </Page>
  );
}

export function TroublePage({
  shell,
  trouble,
  again,
}: {
  shell: Shell;
  trouble: SignInTrouble;
  again: string;
}) {
  const { title, message } = TROUBLES[trouble];
  return (
    <Page {...shell} title={title} width="form">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      <div class="govuk-button-group">
        <Button href={again}>{vi.again}</Button>
        <Button href="/" kind="secondary">
          {vi.home}
        </Button>
      </div>
    </Page>
  );
}
