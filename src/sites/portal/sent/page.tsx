// The end of filing: the code large, money still due first, what happens next and by when.
import type { AgencyTerms, Dossier, FeeQuote, ProcedureTerms } from '../../../modules/dossiers/index.ts';
import { halfDayInWords, readHalfDay } from '../../../rules/calendar/index.ts';
import { feeAsked } from '../../../rules/fees/index.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';
import { STATE_NAMES, State } from '../../../rules/lifecycle/index.ts';
import {
  Button,
  InsetText,
  type Lang,
  Naming,
  Page,
  Panel,
  type Said,
  type Shell,
  surroundings,
  useWords,
  Vi,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { PeriodText } from '../period-text.tsx';
import { words } from './words.ts';

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
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.title} width="form">
      <Panel title={say.title}>
        {say.code}
        <br />
        <strong class="govuk-panel__title mc-number">{dossier.requestCode}</strong>
      </Panel>
      <p class="govuk-body">
        <Vi>{procedure.name}</Vi>
      </p>
      {payNow && (
        <InsetText>
          <h2 class="govuk-heading-m">{say.payFirst}</h2>
          <p class="govuk-body">{say.payHow(formatMoney(fee.total))}</p>
          <Button href={`/ho-so/${dossier.id}/thanh-toan`}>{say.pay(formatMoney(fee.total))}</Button>
        </InsetText>
      )}
      <p class="govuk-body">{say.keep}</p>
      <p class="govuk-body">
        {say.secret} <strong class="mc-number">{dossier.secret}</strong>
      </p>
      <p class="govuk-hint">{say.secretUse}</p>
      <h2 class="govuk-heading-m">{say.office}</h2>
      <Office agency={agency} lang={shell.lang} />
      <h2 class="govuk-heading-m">{say.next}</h2>
      <NextSteps {...props} />
      {(procedure.inPerson || props.bring.length > 0) && <Bring {...props} />}
      <p class="govuk-body">
        <Button href={`/ho-so/${dossier.id}`} kind={payNow ? 'secondary' : undefined}>
          {say.follow}
        </Button>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href={`/ho-so/${dossier.id}/ban-khai`}>
          {say.copy}
        </a>
      </p>
      <p class="govuk-body">
        <a class="govuk-link" href="/ho-so">
          {say.list}
        </a>
      </p>
      <h2 class="govuk-heading-m">{say.help}</h2>
      <p class="govuk-body">
        <Help shell={shell} agency={agency} />
      </p>
    </Page>
  );
}

/** Where the dossier lies: the desk, and where it is found as far as the data knows. */
function Office({ agency: { desk, address, phone }, lang }: { agency: AgencyTerms; lang: Lang }) {
  const say = words(lang);
  return (
    <p class="govuk-body">
      <Vi>{desk}</Vi>
      {address !== '' && (
        <>
          <br />
          {say.officeAddress} <Vi>{address}</Vi>
        </>
      )}
      {phone !== '' && (
        <>
          <br />
          {say.officePhone}{' '}
          <a class="govuk-link" href={`tel:${phone.replace(/[^\d+]/gu, '')}`}>
            {phone}
          </a>
        </>
      )}
    </p>
  );
}

/** In the frame, where the page's language is known to what all pages share. */
function Help({ shell, agency }: Pick<SentPageProps, 'shell' | 'agency'>) {
  const { phone } = surroundings().helpLine;
  return <Naming>{words(shell.lang).helpPhone(phone, useWords().helpHours, agency.desk)}</Naming>;
}

function NextSteps({ shell, dossier, procedure, agency, fee, payNow, answerBy, delivery }: SentPageProps) {
  const { lang } = shell;
  const { steps, moved } = words(lang);
  const money = payNow ? undefined : feeWords(dossier, fee, lang);
  const answered = dossier.state !== State.New;
  const { desk, address } = agency;
  const visit = readHalfDay(dossier.appointment);
  return (
    <ol class="govuk-list govuk-list--number">
      {visit && <Step say={steps.visit(halfDayInWords(visit, lang), desk, address)} />}
      {!answered && dossier.submitChannel === 'post' && <Step say={steps.post(desk, address)} />}
      {!answered && dossier.submitChannel === 'counter' && <Step say={steps.counter(desk, address)} />}
      <Step say={answered ? moved(STATE_NAMES[lang][dossier.state]) : steps.check(desk, answerBy)} />
      <li>
        {steps.settle} <PeriodText procedure={procedure} />.
      </li>
      <li>
        {steps.deliver} <Naming>{delivery}</Naming>.
      </li>
      {money && <li>{money}</li>}
    </ol>
  );
}

function Step({ say }: { say: string }) {
  return (
    <li>
      <Naming>{say}</Naming>
    </li>
  );
}

function feeWords(dossier: Dossier, fee: FeeQuote, lang: Lang): Said | undefined {
  const say = words(lang);
  const amount = formatMoney(fee.total);
  if (fee.undecided) return [lang === 'vi' ? '' : `${say.feeUndecided} `, <Vi key="u">{fee.undecided}</Vi>];
  const asked = feeAsked(dossier);
  if (asked.asked === 'no' && asked.why === 'paid') return say.paid(amount);
  const when = whenToPay(lang, dossier);
  return when && say.payLater(amount, when);
}

function Bring({ shell, dossier, procedure, bring }: SentPageProps) {
  const say = words(shell.lang);
  return (
    <>
      <h2 class="govuk-heading-m">{dossier.returnChannel === 'counter' ? say.bring : say.bringIfAsked}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {procedure.inPerson && <li>{say.bringIdentity}</li>}
        {procedure.inPerson && <li>{say.bringOriginals}</li>}
        {bring.map((name) => (
          <li key={name}>
            <Vi>{name}</Vi>
          </li>
        ))}
      </ul>
    </>
  );
}
