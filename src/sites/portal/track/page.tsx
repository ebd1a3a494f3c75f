// Anyone who holds the slip may see the state: number and secret, nothing else, no names.
import { halfDayInWords, readHalfDay } from '../../../rules/calendar/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import { Button, DossierCard, Input, Page, type Shell, type StateCode, Vi } from '../../../ui/index.ts';
import { words } from './words.ts';

export interface TrackErrors {
  number?: string;
  secret?: string;
}

export function TrackPage({
  shell,
  number,
  errors = {},
}: {
  shell: Shell;
  number: string;
  errors?: TrackErrors;
}) {
  const say = words(shell.lang);
  const lines = [
    ...(errors.number ? [{ say: errors.number, href: '#ma' }] : []),
    ...(errors.secret ? [{ say: errors.secret, href: '#bi-mat' }] : []),
  ];
  return (
    <Page {...shell} title={say.title} width="form" errors={lines}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <form method="post" action="/tra-cuu" noValidate>
        <input type="hidden" name="_csrf" value={shell.csrf} />
        <Input
          label={say.number}
          hint={say.numberHint}
          name="ma"
          id="ma"
          value={number}
          error={errors.number}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          label={say.secret}
          hint={say.secretHint}
          name="bi-mat"
          id="bi-mat"
          error={errors.secret}
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-10"
        />
        <Button>{say.look}</Button>
      </form>
    </Page>
  );
}

export function StatePage({
  shell,
  found,
}: {
  shell: Shell;
  found: {
    name: string;
    number: string | null;
    requestCode: string;
    agency: string;
    state: StateCode;
    since: Temporal.Instant;
    appointment: string | null;
    due: Temporal.Instant | null;
    late: boolean;
    ended: boolean;
    back: boolean;
  };
}) {
  const { lang } = shell;
  const say = words(lang);
  const visit = readHalfDay(found.appointment);
  return (
    <Page {...shell} title={found.name} titleLang="vi" width="form" backLink="/tra-cuu">
      <h1 class="govuk-heading-l">{say.title}</h1>
      <DossierCard
        name={<Vi>{found.name}</Vi>}
        code={found}
        state={found.state}
        late={found.late}
        ended={found.ended}
        back={found.back}
        due={found.due ? formatInstant(found.due, lang) : undefined}
        holder={<Vi>{found.agency}</Vi>}
        next={say.since(formatInstant(found.since, lang))}
      >
        {visit && <p class="govuk-body">{say.visit(halfDayInWords(visit, lang))}</p>}
      </DossierCard>
      <p class="govuk-body">
        {say.owner}{' '}
        <a class="govuk-link" href="/ho-so">
          {say.mine}
        </a>
      </p>
      <Button href="/tra-cuu" kind="secondary">
        {say.another}
      </Button>
    </Page>
  );
}
