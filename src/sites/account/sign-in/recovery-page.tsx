// "Quên mật khẩu": whose password, and a code to retype.
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, ConfirmationCode, CsrfField, Input, Page, type Shell } from '../../../ui/index.ts';
import type { Confirmation } from '../confirmation.ts';
import { starred } from '../labels.tsx';
import { sayRefusal } from '../say-refusal.ts';
import { words } from './words.ts';

const IDS: Readonly<Record<string, string>> = { username: 'ten-dang-nhap', confirmation: 'ma-xac-thuc' };

export interface RecoveryPageProps {
  readonly shell: Shell;
  /** Where the sign-in stands, and where the form is posted. */
  readonly back: string;
  readonly action: string;
  readonly username: string;
  readonly confirmation: Confirmation;
  readonly refusals: readonly Refusal[];
}

/** Asks for the name; what was typed stays. */
export function RecoveryPage({ shell, back, action, username, confirmation, refusals }: RecoveryPageProps) {
  const say = words(shell.lang).recovery;
  const errors = refusals.map((refusal) => {
    const id = IDS[refusal.field ?? ''];
    return { say: sayRefusal(shell.lang, refusal), ...(id && { href: `#${id}` }) };
  });
  const wrong = (field: string) => {
    const found = refusals.find((refusal) => refusal.field === field);
    return found && { error: sayRefusal(shell.lang, found) };
  };
  return (
    <Page {...shell} title={say.title} width="form" errors={errors} backLink={back}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <form method="post" action={action} novalidate>
        <CsrfField token={shell.csrf} />
        <input type="hidden" name="dau-xac-thuc" value={confirmation.mark} />
        <Input
          label={starred(shell.lang, say.username.label)}
          name="ten-dang-nhap"
          value={username}
          autocomplete="username"
          autocapitalize="none"
          inputmode="numeric"
          spellcheck={false}
          attributes={{ placeholder: say.username.placeholder }}
          {...wrong('username')}
        />
        <ConfirmationCode
          code={confirmation.code}
          name="ma-xac-thuc"
          title={say.confirmation.title}
          label={starred(shell.lang, say.confirmation.label)}
          {...wrong('confirmation')}
        />
        <Button preventDoubleClick>{say.submit}</Button>
      </form>
      <p class="govuk-body">{say.noPhone}</p>
    </Page>
  );
}
