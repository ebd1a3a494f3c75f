// "Xác thực mã OTP": the same page at sign-up and at sign-in, and the same sentences.
import type { Refusal } from '../../rules/kernel/index.ts';
import { Button, Countdown, CsrfField, OneTimeCode, Page, type Shell } from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';

const words = {
  title: 'Xác thực mã OTP',
  sentTo: (phone: string) => `Mã xác thực đã được gửi qua SĐT: ${phone}`,
  sent: 'Mã có hiệu lực trong 3 phút. Mỗi lần gửi lại, mã trước đó không dùng được nữa.',
  label: 'Nhập mã OTP',
  confirm: 'Xác nhận',
  notReceived: 'Bạn chưa nhận được mã?',
  resend: 'Gửi lại OTP',
  wait: (seconds: number) => `Bạn có thể gửi lại sau ${seconds} giây.`,
  ready: 'Bạn có thể gửi lại ngay bây giờ.',
};

export interface CodePageProps {
  readonly shell: Shell;
  readonly maskedPhone: string;
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
  const errors = refusal ? [{ say: sayRefusal(shell.lang, refusal), href: '#otp' }] : [];
  return (
    <Page
      {...shell}
      title={words.title}
      width="form"
      errors={errors}
      {...(props.back && { backLink: props.back })}
    >
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body-l">{words.sentTo(props.maskedPhone)}</p>
      <p class="govuk-body">{words.sent}</p>
      <form method="post" action={props.action} novalidate>
        <Carried {...props} />
        <OneTimeCode
          label={words.label}
          name="otp"
          {...(refusal && { error: sayRefusal(shell.lang, refusal) })}
        />
        <Button preventDoubleClick>{words.confirm}</Button>
      </form>
      <form method="post" action={props.resendAction}>
        <Carried {...props} />
        <p class="govuk-body">
          {words.notReceived}{' '}
          <Countdown
            seconds={props.resendInSeconds}
            wait={words.wait}
            ready={words.ready}
            unlocks="gui-lai"
          />
        </p>
        <Button kind="secondary" id="gui-lai" preventDoubleClick>
          {words.resend}
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
