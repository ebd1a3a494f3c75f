// The end of filing: the code large, money still due first, what happens next and by when.
import type { AgencyTerms, Dossier, FeeQuote, ProcedureTerms } from '../../../modules/dossiers/index.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';
import { STATE_NAMES } from '../../../rules/lifecycle/index.ts';
import {
  Button,
  InsetText,
  type Lang,
  Page,
  Panel,
  type Shell,
  surroundings,
  useWords,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { vi } from './words.vi.ts';

export interface SentPageProps {
  shell: Shell;
  dossier: Dossier;
  procedure: ProcedureTerms;
  agency: AgencyTerms;
  fee: FeeQuote;
  /** Money is due now and can be paid on the portal. */
  payNow: boolean;
  /** By when the desk answers, in words. */
  answerBy: string;
  delivery: string;
  /** Papers shown at the counter. */
  bring: readonly string[];
}

export function SentPage(props: SentPageProps) {
  const { shell, dossier, procedure, agency, fee, payNow } = props;
  const { phone } = surroundings().helpLine;
  return (
    <Page {...shell} title={vi.title} width="form">
      <Panel title={vi.title}>
        {vi.code}
        <br />
        <strong class="govuk-panel__title mc-number">{dossier.requestCode}</strong>
      </Panel>
      <p class="govuk-body">{procedure.name}</p>
      {payNow && (
        <InsetText>
          <h2 class="govuk-heading-m">{vi.payFirst}</h2>
          <p class="govuk-body">{vi.payHow(formatMoney(fee.total))}</p>
          <Button href={`/ho-so/${dossier.id}/thanh-toan`}>{vi.pay(formatMoney(fee.total))}</Button>
        </InsetText>
      )}
      <p class="govuk-body">{vi.keep}</p>
      <h2 class="govuk-heading-m">{vi.next}</h2>
      <NextSteps {...props} />
      {(procedure.inPerson || props.bring.length > 0) && <Bring {...props} />}
      <p class="govuk-body">
        <Button href={`/ho-so/${dossier.id}`} kind={payNow ? 'secondary' : undefined}>
          {vi.follow}
        </Button>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/ho-so/${dossier.id}/ban-khai`}>
          {vi.copy}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/ho-so">
          {vi.list}
        </a>
      </p>
      <h2 class="govuk-heading-m">{vi.help}</h2>
      <p class="govuk-body">{vi.helpPhone(phone, useWords().helpHours, agency.desk)}</p>
    </Page>
  );
}

function NextSteps({ shell, dossier, procedure, agency, fee, payNow, answerBy, delivery }: SentPageProps) {
  const money = payNow ? undefined : feeWords(dossier, fee, shell.lang);
  const answered = dossier.state !== 1;
  return (
    <ol class="govuk-list govuk-list--number">
      {!answered && dossier.submitChannel === 'post' && <li>{vi.steps.post(agency.desk, agency.address)}</li>}
      {!answered && dossier.submitChannel === 'counter' && (
        <li>{vi.steps.counter(agency.desk, agency.address)}</li>
      )}
      <li>{answered ? vi.moved(STATE_NAMES.vi[dossier.state]) : vi.steps.check(agency.desk, answerBy)}</li>
      <li>{vi.steps.settle(procedure.periodText)}</li>
      <li>{vi.steps.deliver(delivery)}</li>
      {money && <li>{money}</li>}
    </ol>
  );
}

function feeWords(dossier: Dossier, fee: FeeQuote, lang: Lang): string | undefined {
  const amount = formatMoney(fee.total);
  if (fee.undecided) return fee.undecided;
  if (dossier.moneyState === 'paid') return vi.paid(amount);
  const when = whenToPay(lang, dossier);
  return when && vi.payLater(amount, when);
}

function Bring({ dossier, procedure, bring }: SentPageProps) {
  return (
    <>
      <h2 class="govuk-heading-m">{dossier.returnChannel === 'counter' ? vi.bring : vi.bringIfAsked}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {procedure.inPerson && <li>{vi.bringIdentity}</li>}
        {procedure.inPerson && <li>{vi.bringOriginals}</li>}
        {bring.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}
