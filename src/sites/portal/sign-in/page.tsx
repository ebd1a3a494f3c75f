// The portal's way in: one choice (S-13), and what is said when it did not work.
import type { SignInTrouble } from '../../../platform/http/index.ts';
import { Button, Page, type Shell } from '../../../ui/index.ts';
import { words } from './words.ts';

export interface SignInPageProps {
  readonly shell: Shell;
  readonly leave: string;
  /** A form that was sent too late is kept for them. */
  readonly kept: boolean;
  readonly signUp: string;
}

export function SignInPage({ shell, leave, kept, signUp }: SignInPageProps) {
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.title} width="form">
      <h1 class="govuk-heading-l">{say.title}</h1>
      {kept && <p class="govuk-inset-text">{say.kept}</p>}
      <p class="govuk-body">{say.lead}</p>
      <Button href={leave} start>
        {say.national}
      </Button>
      <p class="govuk-body">
        {say.noAccount}{' '}
        <a class="govuk-link" href={signUp}>
          {say.signUp}
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
  const say = words(shell.lang);
  const { title, message } = say.troubles[trouble];
  return (
    <Page {...shell} title={title} width="form">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      <div class="govuk-button-group">
        <Button href={again}>{say.again}</Button>
        <Button href="/" kind="secondary">
          {say.home}
        </Button>
      </div>
    </Page>
  );
}
