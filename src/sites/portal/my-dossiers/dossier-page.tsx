// One dossier with everything about it.

import type { AgencyTerms, Dossier, ProcedureTerms, WholeDossier } from '../../../modules/dossiers/index.ts';
import type { IssuedPaper } from '../../../modules/results/index.ts';
import { halfDayInWords, readHalfDay } from '../../../rules/calendar/index.ts';
import { feeAsked, payableAt } from '../../../rules/fees/index.ts';
import type { SummarySection } from '../../../rules/forms/index.ts';
import { formatInstant, formatMoney, upperFirst } from '../../../rules/kernel/index.ts';
import { cameToNothing, isBack } from '../../../rules/states/index.ts';
import {
  Button,
  CsrfField,
  Details,
  DossierCard,
  InsetText,
  type Lang,
  Naming,
  NotificationBanner,
  naming,
  Page,
  ReceiptList,
  type Said,
  type Shell,
  type ShownReceipt,
  SummaryList,
  Timeline,
  useLang,
  Vi,
  WarningText,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { historyOf, isLate } from './history.ts';
import { type Say, stepWords } from './step-words.ts';
import { words } from './words.ts';

export interface DossierPageProps {
  shell: Shell;
  dossier: WholeDossier;
  procedure: ProcedureTerms;
  agency: AgencyTerms;
  componentNames: ReadonlyMap<string, string>;
  results: readonly IssuedPaper[];
  answers: readonly SummarySection[];
  delivery: string;
  canWithdraw: boolean;
  /** Why it is due when it is. */
  why: Said | undefined;
  /** Whole đồng that came for it and were not given back; `beyond`, what of it its fee never asked. */
  held: number;
  beyond: number;
  /** What was given for its fee, oldest first. */
  receipts: readonly ShownReceipt[];
  now: Temporal.Instant;
  said?: string;
}

/** One dossier: its state and next step above everything else. */
export function DossierPage(props: DossierPageProps) {
  const { shell, dossier, procedure, agency, results, now, said } = props;
  const { state } = dossier;
  const { lang } = shell;
  const say = words(lang);
  const waits = dossier.proposals.at(-1)?.returnedAt === null;
  const step = state === 4 && waits ? say.toSign : stepWords(say, state);
  const visit = readHalfDay(dossier.appointment);
  const rows = [
    {
      key: dossier.number ? say.number : say.requestCode,
      value: <strong class="mc-number">{dossier.number ?? dossier.requestCode}</strong>,
    },
    { key: say.secret, value: <strong class="mc-number">{dossier.secret}</strong> },
    { key: say.agency, value: <Vi>{agency.called}</Vi> },
    { key: say.submitted, value: formatInstant(dossier.submittedAt, lang) },
    ...(dossier.acceptedAt ? [{ key: say.accepted, value: formatInstant(dossier.acceptedAt, lang) }] : []),
    ...(moved(dossier) ? [{ key: say.dueBefore, value: formatInstant(dossier.dueOriginal!, lang) }] : []),
    ...(cameToNothing(dossier)
      ? []
      : [
          ...(visit ? [{ key: say.visit, value: upperFirst(halfDayInWords(visit, lang)) }] : []),
          { key: say.fee, value: feeWords(dossier, lang) },
          ...(props.receipts.length > 0
            ? [
                {
                  key: say.receipts,
                  value: <ReceiptList receipts={props.receipts} slipsAt={`/ho-so/${dossier.id}/phieu-thu`} />,
                },
              ]
            : []),
          { key: say.result, value: <Naming>{props.delivery}</Naming> },
        ]),
  ];
  const refused = dossier.hops.findLast((hop) => hop.act === 'refuseIntake');
  return (
    <Page {...shell} title={procedure.name} titleLang="vi" backLink="/ho-so">
      {said && <NotificationBanner success say={said} />}
      <h1 class="govuk-heading-l">
        <Vi>{procedure.name}</Vi>
      </h1>
      <DossierCard
        name={say.state}
        state={state}
        late={isLate(dossier, now)}
        ended={dossier.finishedAt !== null}
        back={isBack(dossier)}
        due={dossier.dueCurrent ? formatInstant(dossier.dueCurrent, lang) : undefined}
        why={props.why}
        holder={step.holder && say.since(step.holder, formatInstant(dossier.heldSince, lang))}
        next={step.next}
        action={nextAction(dossier, say)}
      />
      {refused && (
        <InsetText>
          <strong>{say.refusedBecause}</strong> <Vi>{refused.note}</Vi>
        </InsetText>
      )}
      <GivenBack {...props} />
      {results.length > 0 && <ResultList id={dossier.id} results={results} />}
      <SummaryList rows={rows} />
      <Papers dossier={dossier} />
      <h2 class="govuk-heading-m">{say.history}</h2>
      <Timeline items={historyOf(dossier, lang)} />
      <Given {...props} />
      {props.canWithdraw && <Withdraw {...props} />}
    </Page>
  );
}

function deskOf({ desk, address, phone }: AgencyTerms, say: Say): string {
  const where = [address, phone && say.phone(phone)].filter(Boolean).join(', ');
  return where ? `${desk} (${where})` : desk;
}

function moved(dossier: Dossier): boolean {
  return Boolean(
    dossier.dueOriginal && dossier.dueCurrent && !dossier.dueOriginal.equals(dossier.dueCurrent),
  );
}

function nextAction(dossier: Dossier, say: Say): { href: string; say: string } | undefined {
  if (dossier.state === 5) return { href: `/ho-so/${dossier.id}/bo-sung`, say: say.answer };
  if (payableAt('portal', dossier))
    return {
      href: `/ho-so/${dossier.id}/thanh-toan`,
      say: `${say.pay}: ${formatMoney(dossier.fee.total)}`,
    };
  return undefined;
}

function feeWords(dossier: Dossier, lang: Lang): Said {
  const say = words(lang);
  const { fee } = dossier;
  if (fee.undecided) return [lang === 'vi' ? '' : `${say.feeUndecided} `, <Vi key="u">{fee.undecided}</Vi>];
  const asked = feeAsked(dossier);
  if (asked.asked === 'no' && (asked.why === 'paid' || asked.why === 'exempt'))
    return `${formatMoney(fee.total)} – ${say[asked.why]}`;
  if (asked.asked === 'no') return asked.why === 'ended' ? formatMoney(fee.total) : say.free;
  return `${formatMoney(fee.total)}. ${whenToPay(lang, dossier)}`;
}

function ResultList({ id, results }: { id: string; results: readonly IssuedPaper[] }) {
  const lang = useLang();
  const say = words(lang);
  return (
    <>
      <h2 class="govuk-heading-m">{say.result}</h2>
      <ul class="govuk-list">
        {results.map((result) => (
          <li key={result.id}>
            <a class="govuk-link" href={`/ho-so/${id}/ket-qua/${result.id}`}>
              <Naming>{say.resultName(result.title, result.number)}</Naming> ({say.inVietnamese})
            </a>
            <Naming>{say.signed(result.signerName, formatInstant(result.signedAt, lang))}</Naming>{' '}
            <strong class="mc-number">{result.checkCode}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Papers({ dossier }: { dossier: WholeDossier }) {
  const say = words(useLang());
  if (dossier.papers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{say.papers}</h2>
      <ul class="govuk-list">
        {dossier.papers.map((paper) => (
          <li key={paper.id}>
            <a class="govuk-link" href={`/ho-so/${dossier.id}/phieu/${paper.id}`}>
              {say.paperNames[paper.kind]} ({say.inVietnamese})
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Given({ shell, dossier, componentNames, answers }: DossierPageProps) {
  const say = words(shell.lang);
  return (
    <>
      <Details summary={say.answers}>
        {answers.map((section) => (
          <section key={section.id}>
            <h3 class="govuk-heading-s">
              <Vi>{section.title}</Vi>
            </h3>
            <SummaryList
              rows={section.rows.map((row) => ({
                key: <Vi>{row.group ? `${row.group}: ${row.label}` : row.label}</Vi>,
                value: <Vi>{row.value}</Vi>,
              }))}
            />
          </section>
        ))}
      </Details>
      {dossier.files.length > 0 && (
        <Details summary={say.files}>
          <ul class="govuk-list">
            {dossier.files.map((file) => (
              <li key={file.id}>
                <Vi>{componentNames.get(file.component) ?? file.component}</Vi>:{' '}
                <a class="govuk-link" href={`/ho-so/${dossier.id}/tep/${file.id}`}>
                  <Vi>{file.name}</Vi>
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

/** Money that the office may not keep: all of it once the dossier has come to nothing, before that what came beyond the fee. */
function GivenBack({ shell, dossier, held, beyond, agency }: DossierPageProps) {
  const say = words(shell.lang);
  const ended = cameToNothing(dossier);
  if ((ended ? held : beyond) === 0) return null;
  const desk = deskOf(agency, say);
  return (
    <InsetText>
      <Naming>
        {ended
          ? say.held(formatMoney(held), agency.name, desk)
          : say.beyond(formatMoney(beyond), agency.name, desk)}
      </Naming>
    </InsetText>
  );
}

function Withdraw({ shell, dossier, held, agency }: DossierPageProps) {
  const say = words(shell.lang);
  return (
    <Details summary={say.withdraw}>
      <InsetText>{say.withdrawAsk}</InsetText>
      {held > 0 && (
        <WarningText>
          {naming(shell.lang, say.withdrawPaid(formatMoney(held), deskOf(agency, say)))}
        </WarningText>
      )}
      <form method="post" action={`/ho-so/${dossier.id}/rut`}>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={dossier.version} />
        <Button kind="warning">{say.withdrawYes}</Button>
      </form>
    </Details>
  );
}
