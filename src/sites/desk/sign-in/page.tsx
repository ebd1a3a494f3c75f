// The desk's way in, and what is said when it did not work.
import type { SignInTrouble } from '../../../platform/http/index.ts';
import { Button, Page, type Shell } from '../../../ui/index.ts';
import { TROUBLES, vi } from './words.vi.ts';

function ToPortal({ portal }: { portal: string }) {
  return (
    <p class="govuk-body">
      {vi.citizens}{' '}
      <a class="govuk-link" href={portal}>
        {vi.portal}
      </a>
    </p>
  );
}

export interface SignInPageProps {
  readonly shell: Shell;
  readonly leave: string;
  /** A form that was sent too late is kept for them. */
  readonly kept: boolean;
  readonly portal: string;
}

export function SignInPage({ shell, leave, kept, portal }: SignInPageProps) {
  return (
    <Page {...shell} title={vi.title} width="form">
      <h1 class="govuk-heading-l">{vi.title}</h1>
      {kept && <p class="govuk-inset-text">{vi.kept}</p>}
      <p class="govuk-body">{vi.lead}</p>
      <Button href={leave} start>
        {vi.enter}
      </Button>
      <ToPortal portal={portal} />
    </Page>
  );
}

export interface TroublePageProps {
  readonly shell: Shell;
  readonly trouble: SignInTrouble;
  readonly again: string;
  readonly portal: string;
}

export function TroublePage({ shell, trouble, again, portal }: TroublePageProps) {
  const { title, message } = TROUBLES[trouble];
  return (
    <Page {...shell} title={title} width="form">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body-l">{message}</p>
      <Button href={again}>{vi.again}</Button>
      <ToPortal portal={portal} />
    </Page>
  );
}
