// The choice of S-13 and the number-and-password form; officials see the same form under their own title.
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, CsrfField, Input, Page, PasswordInput, type Shell, useLang } from '../../../ui/index.ts';
import type { SignInRequest } from '../deps.ts';
import { sayRefusal } from '../say-refusal.ts';
import { words } from './words.ts';

const pathOf = (uid: string) => `/tuong-tac/${uid}`;

/** Which kind of account to sign in with. */
export function ChoicePage({ shell, request }: { shell: Shell; request: SignInRequest }) {
  const say = words(shell.lang).choose;
  return (
    <Page {...shell} title={say.title} width="form" backLink={`${request.home}/`}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <Button href={`${pathOf(request.uid)}/mat-khau`} start>
        {say.national}
      </Button>
    </Page>
  );
}

const IDS: Readonly<Record<string, string>> = { username: 'ten-dang-nhap', password: 'mat-khau' };

export interface PasswordFormProps {
  readonly shell: Shell;
  readonly request: SignInRequest;
  readonly username: string;
  readonly refusal?: Refusal;
  /** What went well a moment ago. */
  readonly notice?: string;
}

/** Whether a refusal makes one wait who types passwords: a code then leads through at once. */
function mustWait(refusal: Refusal | undefined): boolean {
  if (refusal?.code === 'too-many') return refusal.params?.what === 'passwords';
  return refusal?.code === 'wrong-password' && refusal.params?.left === 0;
}

function WayThrough({ shell, request, username }: Pick<PasswordFormProps, 'shell' | 'request' | 'username'>) {
  const say = words(shell.lang).wayThrough;
  return (
    <form method="post" action={`${pathOf(request.uid)}/nhan-ma`}>
      <CsrfField token={shell.csrf} />
      <input type="hidden" name="ten-dang-nhap" value={username} />
      <h2 class="govuk-heading-m">{say.title}</h2>
      <p class="govuk-body">{say.lead}</p>
      <Button kind="secondary" preventDoubleClick>
        {say.submit}
      </Button>
    </form>
  );
}

function OtherWays({ uid }: { uid: string }) {
  const { citizen: say, recovery } = words(useLang());
  return (
    <>
      <p class="govuk-body">
        <a class="govuk-link" href={`${pathOf(uid)}/quen-mat-khau`}>
          {recovery.title}
        </a>
      </p>
      <p class="govuk-body">
        {say.noAccount}{' '}
        <a class="govuk-link" href={`/dang-ky?ve=${encodeURIComponent(pathOf(uid))}`}>
          {say.signUp}
        </a>
      </p>
    </>
  );
}

/** Name and password; what was typed as a name stays, a password never does. */
export function PasswordFormPage({ shell, request, username, refusal, notice }: PasswordFormProps) {
  const say = words(shell.lang)[request.kind];
  const id = refusal?.field ? IDS[refusal.field] : undefined;
  const errors = refusal ? [{ say: sayRefusal(shell.lang, refusal), ...(id && { href: `#${id}` }) }] : [];
  const wrong = (field: string) => refusal?.field === field && { error: sayRefusal(shell.lang, refusal) };
  const citizen = request.kind === 'citizen';
  return (
    <Page
      {...shell}
      title={say.title}
      width="form"
      errors={errors}
      backLink={citizen ? pathOf(request.uid) : `${request.home}/`}
    >
      <h1 class="govuk-heading-l">{say.title}</h1>
      {notice && <p class="govuk-inset-text">{notice}</p>}
      <h2 class="govuk-heading-m">{say.heading}</h2>
      <form method="post" action={`${pathOf(request.uid)}/mat-khau`} novalidate>
        <CsrfField token={shell.csrf} />
        <Input
          label={say.username.label}
          name="ten-dang-nhap"
          value={username}
          autocomplete="username"
          autocapitalize="none"
          spellcheck={false}
          attributes={{ placeholder: say.username.placeholder }}
          {...(citizen && { inputmode: 'numeric' as const })}
          {...wrong('username')}
        />
        <PasswordInput
          label={say.password.label}
          name="mat-khau"
          attributes={{ placeholder: say.password.placeholder }}
          {...wrong('password')}
        />
        <p class="govuk-body">{words(shell.lang).afterwards}</p>
        <Button preventDoubleClick>{say.submit}</Button>
      </form>
      {mustWait(refusal) && <WayThrough {...{ shell, request, username }} />}
      {citizen && <OtherWays uid={request.uid} />}
    </Page>
  );
}
