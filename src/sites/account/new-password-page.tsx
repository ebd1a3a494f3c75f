// A password that is chosen (S-06): the guide's sentence, and each point with whether it is met.
import { type PasswordPoint, passwordWords } from '../../modules/identity/index.ts';
import type { Refusal } from '../../rules/kernel/index.ts';
import { Button, CsrfField, Page, PasswordInput, type Shell, useLang } from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

const IDS: Readonly<Record<string, string>> = { password: 'mat-khau', confirmation: 'xac-nhan' };

// The same tests as the rule's, for the script that ticks points while one types.
const PATTERNS: Record<PasswordPoint['code'], string> = {
  length: '^.{8,}$',
  lower: '\\p{Ll}',
  upper: '\\p{Lu}',
  digit: '\\d',
  special: '[^\\p{L}\\p{N}]',
};

function Points({ points, tried }: { points: readonly PasswordPoint[]; tried: boolean }) {
  const lang = useLang();
  const say = words(lang).newPassword;
  const asked = passwordWords[lang].points;
  return (
    <div
      id="yeu-cau"
      data-module="mc-password-rule"
      data-for="mat-khau"
      data-met={say.met}
      data-unmet={say.unmet}
    >
      <p class="govuk-body govuk-!-margin-bottom-1">{say.points}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {points.map((point) => (
          <li key={point.code} data-pattern={PATTERNS[point.code]}>
            {asked[point.code]} <span data-mark>{tried ? `– ${point.met ? say.met : say.unmet}` : ''}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export interface NewPasswordPageProps {
  readonly shell: Shell;
  readonly action: string;
  /** What the page is called, why it is there, and what its button does. */
  readonly say: { readonly title: string; readonly lead: string; readonly submit: string };
  /** Carried along. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly points: readonly PasswordPoint[];
  readonly refusal?: Refusal;
}

/** Where a password is chosen, twice typed. */
export function NewPasswordPage({ shell, action, say, hidden = {}, points, refusal }: NewPasswordPageProps) {
  const fields = words(shell.lang).newPassword;
  const id = refusal?.field ? IDS[refusal.field] : undefined;
  const errors = refusal ? [{ say: sayRefusal(shell.lang, refusal), ...(id && { href: `#${id}` }) }] : [];
  const wrong = (field: string) => refusal?.field === field && { error: sayRefusal(shell.lang, refusal) };
  return (
    <Page {...shell} title={say.title} width="form" errors={errors}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <p class="govuk-body">* {passwordWords[shell.lang].rule}</p>
      <form method="post" action={action} novalidate>
        <CsrfField token={shell.csrf} />
        {Object.entries(hidden).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <PasswordInput
          label={fields.password}
          name="mat-khau"
          autocomplete="new-password"
          describedBy="yeu-cau"
          {...wrong('password')}
        />
        <Points points={points} tried={refusal?.field === 'password'} />
        <PasswordInput
          label={fields.confirmation}
          name="xac-nhan"
          autocomplete="new-password"
          {...wrong('confirmation')}
        />
        <Button preventDoubleClick>{say.submit}</Button>
      </form>
    </Page>
  );
}
