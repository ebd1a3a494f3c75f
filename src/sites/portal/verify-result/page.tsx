// Anyone checks a result: is it ours, is it whole, does it still stand. Minimum data, no citizen's name.
import type { Verified } from '../../../modules/results/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  Details,
  Input,
  Naming,
  Page,
  Panel,
  type Shell,
  SummaryList,
  Vi,
  WarningText,
} from '../../../ui/index.ts';
import { words } from './words.ts';

export function VerifyForm({ shell, number, error }: { shell: Shell; number: string; error?: string }) {
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.title} width="form" errors={error ? [{ say: error, href: '#ma' }] : []}>
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body">{say.lead}</p>
      <form method="post" action="/kiem-tra" noValidate>
        <CsrfField token={shell.csrf ?? ''} />
        <Input
          label={say.number}
          name="ma"
          id="ma"
          value={number}
          error={error}
          autocomplete="off"
          spellcheck={false}
        />
        <Input
          label={say.code}
          name="kt"
          id="kt"
          autocomplete="off"
          spellcheck={false}
          classes="govuk-input--width-10"
        />
        <Button>{say.check}</Button>
      </form>
    </Page>
  );
}

export function VerifiedPage({ shell, number, found }: { shell: Shell; number: string; found: Verified }) {
  const { lang } = shell;
  const say = words(lang);
  const rows = [
    { key: say.rows.title, value: <Vi>{found.title}</Vi> },
    { key: say.rows.number, value: <strong class="mc-number">{found.number}</strong> },
    { key: say.rows.dossier, value: <span class="mc-number">{number}</span> },
    ...found.proofs.map(({ label, value }) => ({ key: <Vi>{label}</Vi>, value: <Vi>{value}</Vi> })),
    { key: say.rows.agency, value: <Vi>{found.agencyName}</Vi> },
    { key: say.rows.signer, value: <Vi>{found.signerName}</Vi> },
    { key: say.rows.signedAt, value: formatInstant(found.signedAt, lang) },
    { key: say.rows.hash, value: <code class="mc-break">{found.sha256}</code> },
  ];
  return (
    <Page {...shell} title={say.found} width="form" backLink="/kiem-tra">
      {found.replaced ? (
        <h1 class="govuk-heading-l">{say.replaced}</h1>
      ) : (
        <Panel title={say.found}>
          <Naming>{say.panel(found.title, found.number)}</Naming>
        </Panel>
      )}
      <p class="govuk-body">{say.compare}</p>
      <SummaryList rows={rows} />
      <WarningText>{say.noSignature}</WarningText>
      <Details summary={say.howTo}>{say.howToBody}</Details>
    </Page>
  );
}
