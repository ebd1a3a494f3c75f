// "Xác thực mã OTP": the same page at sign-up and at sign-in, and the same sentences.
import type { Refusal } from '../../rules/kernel/index.ts';
import { Button, Countdown, CsrfField, OneTimeCode, Page, type Shell } from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

export interface CodePageProps {
  readonly shell: Shell;
  /** Left out where a name alone was typed: it is nobody's business which phone stands behind it, or whether one does. */
  readonly maskedPhone?: string;
  readonly resendInSeconds: number;
  /** Where the code is posted, and where the wish for a new one. */
  readonly action: string;
  readonly resendAction: string;
  readonly back?: string;
  /** Carried along in both forms. */
  readonly hidden?: Readonly<Record<string, string>>;
  /** At sign-up one may correct the number; at sign-in never. */
  readonly correct?: { href: string; say: string };
  readonly refusal?: Refusal;
}

function Carried({ shell, hidden = {} }: Pick<CodePageProps, 'shell' | 'hidden'>) {
  return (
    <>
      <CsrfField token={shell.csrf} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** The page where the code from the SMS is typed. */
export function CodePage(props: CodePageProps) {
  const { shell, refusal } = props;
  const say = words(shell.lang).code;
  const errors = refusal ? [{ say: sayRefusal(shell.lang, refusal), href: '#otp' }] : [];
  return (
    <Page
      {...shell}
      title={say.title}
      width="form"
      errors={errors}
      {...(props.back && { backLink: props.back })}
    >
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">{props.maskedPhone ? say.sentTo(props.maskedPhone) : say.sentIfAny}</p>
      <p class="govuk-body">{say.sent}</p>
      <form method="post" action={props.action} novalidate>
        <Carried {...props} />
        <OneTimeCode
          label={say.label}
          name="otp"
          {...(refusal && { error: sayRefusal(shell.lang, refusal) })}
        />
        <Button preventDoubleClick>{say.confirm}</Button>
      </form>
      <form method="post" action={props.resendAction}>
        <Carried {...props} />
        <p class="govuk-body">
          {say.notReceived}{' '}
          <Countdown seconds={props.resendInSeconds} wait={say.wait} ready={say.ready} unlocks="gui-lai" />
        </p>
        <Button kind="secondary" id="gui-lai" preventDoubleClick>
          {say.resend}
        </Button>
      </form>
      {props.correct && (
        <p class="govuk-body">
          <a class="govuk-link" href={props.correct.href}>
            {props.correct.say}
          </a>
        </p>
      )}
    </Page>
  );
}
