// The form of S-03: the guide's title, fields, order, labels and hints.
import type { SignUpFields } from '../../../modules/identity/index.ts';
import type { Refusal } from '../../../rules/kernel/index.ts';
import { Button, ConfirmationCode, CsrfField, Input, Page, type Shell } from '../../../ui/index.ts';
import type { Confirmation } from '../confirmation.ts';
import { starred } from '../labels.tsx';
import { sayRefusal } from '../say-refusal.ts';
import { withWayBack } from '../way-back.ts';
import { FIELD_IDS, type FieldName } from './input.ts';
import { words } from './words.ts';

export interface FormPageProps {
  readonly shell: Shell;
  readonly typed: SignUpFields;
  readonly confirmation: Confirmation;
  readonly ve: string;
  /** In the order of the form; one without a field stands above it. */
  readonly refusals?: readonly Refusal[];
  /** Where somebody who has an account signs in. */
  readonly signIn: string;
}

const isField = (field: string | undefined): field is FieldName => field !== undefined && field in FIELD_IDS;

function errorLines({ lang }: Shell, refusals: readonly Refusal[]) {
  return refusals.map((refusal) => ({
    say: sayRefusal(lang, refusal),
    ...(isField(refusal.field) && { href: `#${FIELD_IDS[refusal.field]}` }),
  }));
}

/** The sign-up form, with what was typed and what is wrong with it. */
export function FormPage({ shell, typed, confirmation, ve, refusals = [], signIn }: FormPageProps) {
  const say = words(shell.lang).form;
  const wrong = (field: FieldName) => {
    const found = refusals.find((refusal) => refusal.field === field);
    return found && { error: sayRefusal(shell.lang, found) };
  };
  const plain = (field: 'idNumber' | 'fullName' | 'birthDate' | 'phone' | 'email') => ({
    name: FIELD_IDS[field],
    value: typed[field],
    attributes: { placeholder: say[field].placeholder },
    ...wrong(field),
  });
  const known = refusals.some((refusal) => refusal.code === 'account-exists');
  return (
    <Page
      {...shell}
      title={say.title}
      width="form"
      errors={errorLines(shell, refusals)}
      backLink={withWayBack('/dang-ky/ca-nhan', ve)}
    >
      <h1 class="govuk-heading-l">{say.title}</h1>
      <form method="post" action="/dang-ky/thue-bao-di-dong" novalidate>
        <CsrfField token={shell.csrf} />
        <input type="hidden" name="ve" value={ve} />
        <input type="hidden" name="dau-xac-thuc" value={confirmation.mark} />
        <Input
          {...plain('idNumber')}
          label={starred(shell.lang, say.idNumber.label)}
          inputmode="numeric"
          autocomplete="username"
          spellcheck={false}
        />
        <Input
          {...plain('fullName')}
          label={starred(shell.lang, say.fullName.label)}
          autocomplete="name"
          spellcheck={false}
        />
        <Input
          {...plain('birthDate')}
          label={starred(shell.lang, say.birthDate.label)}
          hint={say.birthDate.hint}
          autocomplete="bday"
          inputmode="numeric"
          classes="govuk-input--width-10"
        />
        <Input
          {...plain('phone')}
          label={starred(shell.lang, say.phone.label)}
          hint={say.phone.hint}
          type="tel"
          inputmode="tel"
          autocomplete="tel"
          classes="govuk-input--width-20"
        />
        <Input
          {...plain('email')}
          label={say.email.label}
          type="email"
          inputmode="email"
          autocomplete="email"
          spellcheck={false}
        />
        <ConfirmationCode
          code={confirmation.code}
          name={FIELD_IDS.confirmation}
          title={say.confirmation.title}
          label={starred(shell.lang, say.confirmation.label)}
          {...wrong('confirmation')}
        />
        <Button preventDoubleClick>{say.submit}</Button>
      </form>
      <p class="govuk-body">
        <strong>{say.noteTitle}</strong> {say.note}
      </p>
      {known && (
        <p class="govuk-body">
          <a class="govuk-link" href={signIn}>
            {words(shell.lang).signIn}
          </a>
        </p>
      )}
    </Page>
  );
}
