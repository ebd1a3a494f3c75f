// My dossiers: drafts to go on with, cards of what was sent, and one dossier with everything about it.

import type {
  AgencyTerms,
  Dossier,
  Draft,
  ProcedureTerms,
  WholeDossier,
} from '../../../modules/dossiers/index.ts';
import type { IssuedPaper } from '../../../modules/results/index.ts';
import { payableAt } from '../../../rules/fees/index.ts';
import type { SummarySection } from '../../../rules/forms/index.ts';
import { formatInstant, formatMoney } from '../../../rules/kernel/index.ts';
import {
  Button,
  CsrfField,
  Details,
  DossierCard,
  EmptyState,
  InsetText,
  type Lang,
  NotificationBanner,
  Page,
  type Shell,
  type StateCode,
  SummaryList,
  Timeline,
  WarningText,
} from '../../../ui/index.ts';
import { whenToPay } from '../fee-words.ts';
import { historyOf, isLate } from './history.ts';
import { vi } from './words.vi.ts';

export interface ListedDossier {
  id: string;
  name: string;
  number: string;
  state: StateCode;
  due: Temporal.Instant | null;
  why: string;
  late: boolean;
  ended: boolean;
  feeDue: boolean;
}

/** Drafts first, then what was sent, latest first; `older` leads to the page before. */
export function MyDossiersPage({
  shell,
  drafts,
  dossiers,
  older,
  said,
}: {
  shell: Shell;
  drafts: { draft: Draft; name: string }[];
  dossiers: ListedDossier[];
  older: string | null;
  said?: string;
}) {
  return (
    <Page {...shell} title={vi.title}>
      {said && <NotificationBanner success say={said} />}
      <h1 class="govuk-heading-l">{vi.title}</h1>
      {drafts.length > 0 && <h2 class="govuk-heading-m">{vi.drafts}</h2>}
      {drafts.map(({ draft, name }) => (
        <article class="mc-card" key={draft.id}>
          <h3 class="mc-card__name">{name}</h3>
          <p class="govuk-body">{vi.draftSaved(formatInstant(draft.updatedAt))}</p>
          <div class="govuk-button-group">
            <Button href={`/nop-ho-so/${draft.id}`}>
              {vi.resume}
              <span class="govuk-visually-hidden"> {name}</span>
            </Button>
            <form method="post" action={`/nop-ho-so/${draft.id}/xoa`}>
              <CsrfField token={shell.csrf ?? ''} />
              <Button kind="secondary">{vi.discard}</Button>
            </form>
          </div>
        </article>
      ))}
      {drafts.length > 0 && <h2 class="govuk-heading-m">{vi.sent}</h2>}
      {dossiers.length === 0 && (
        <EmptyState say={vi.none}>
          <p class="govuk-body">{vi.noneHint}</p>
          <Button href="/thu-tuc">{vi.find}</Button>
        </EmptyState>
      )}
      {dossiers.map((dossier) => (
        <DossierCard
          key={dossier.id}
          name={dossier.name}
          number={dossier.number}
          href={`/ho-so/${dossier.id}`}
          state={dossier.state}
          late={dossier.late}
          ended={dossier.ended}
          due={dossier.due ? formatInstant(dossier.due) : undefined}
          why={dossier.why}
          holder={vi.states[dossier.state]?.holder}
          next={vi.states[dossier.state]?.next}
          action={actionOf(dossier)}
          headingLevel={drafts.length > 0 ? 3 : 2}
        />
      ))}
      {older && (
        <p class="govuk-body">
          <a class="govuk-link" href={older}>
            {vi.older}
          </a>
        </p>
      )}
    </Page>
  );
}

function actionOf(dossier: ListedDossier): { href: string; say: string } | undefined {
  if (dossier.state === 5) return { href: `/ho-so/${dossier.id}/bo-sung`, say: vi.answer };
  if (dossier.feeDue) return { href: `/ho-so/${dossier.id}/thanh-toan`, say: vi.pay };
  return undefined;
}

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
  /** Whole đồng that came for it and were not given back. */
  held: number;
  now: Temporal.Instant;
  said?: string;
}

/** One dossier: its state and next step above everything else. */
export function DossierPage(props: DossierPageProps) {
  const { shell, dossier, procedure, agency, results, now, said } = props;
  const { state } = dossier;
  const waits = dossier.proposals.at(-1)?.returnedAt === null;
  const words = state === 4 && waits ? vi.toSign : vi.states[state];
  const rows = [
    {
      key: dossier.number ? vi.number : vi.requestCode,
      value: <strong class="mc-number">{dossier.number ?? dossier.requestCode}</strong>,
    },
    { key: vi.secret, value: <strong class="mc-number">{dossier.secret}</strong> },
    { key: vi.agency, value: agency.name },
    { key: vi.submitted, value: formatInstant(dossier.submittedAt) },
    ...(dossier.acceptedAt ? [{ key: vi.accepted, value: formatInstant(dossier.acceptedAt) }] : []),
    ...(moved(dossier) ? [{ key: vi.dueBefore, value: formatInstant(dossier.dueOriginal!) }] : []),
    ...(STOPPED.has(state)
      ? []
      : [
          { key: vi.fee, value: feeWords(dossier, shell.lang) },
          { key: vi.result, value: props.delivery },
        ]),
  ];
  const refused = dossier.hops.findLast((hop) => hop.act === 'refuseIntake');
  return (
    <Page {...shell} title={procedure.name} backLink="/ho-so">
      {said && <NotificationBanner success say={said} />}
      <h1 class="govuk-heading-l">{procedure.name}</h1>
      <DossierCard
        name={vi.state}
        state={state}
        late={isLate(dossier, now)}
        ended={dossier.finishedAt !== null}
        due={dossier.dueCurrent ? formatInstant(dossier.dueCurrent) : undefined}
        why={dossier.dueWhy}
        holder={words?.holder && `${words.holder}, ${vi.since} ${formatInstant(dossier.heldSince)}`}
        next={words?.next}
        action={nextAction(dossier)}
      />
      {refused && (
        <InsetText>
          <strong>{vi.refusedBecause}</strong> {refused.note}
        </InsetText>
      )}
      {props.held > 0 && STOPPED.has(state) && (
        <InsetText>{vi.held(formatMoney(props.held), agency.name, deskOf(agency))}</InsetText>
      )}
      {results.length > 0 && <ResultList id={dossier.id} results={results} />}
      <SummaryList rows={rows} />
      <Papers dossier={dossier} />
      <h2 class="govuk-heading-m">{vi.history}</h2>
      <Timeline items={historyOf(dossier, shell.lang)} />
      <Given {...props} />
      {props.canWithdraw && <Withdraw {...props} />}
    </Page>
  );
}

/** Refused or withdrawn: what was paid is of no more use here. */
const STOPPED: ReadonlySet<StateCode> = new Set<StateCode>([3, 7]);

function deskOf({ desk, address, phone }: AgencyTerms): string {
  const where = [address, phone && `điện thoại ${phone}`].filter(Boolean).join(', ');
  return where ? `${desk} (${where})` : desk;
}

function moved(dossier: Dossier): boolean {
  return Boolean(
    dossier.dueOriginal && dossier.dueCurrent && !dossier.dueOriginal.equals(dossier.dueCurrent),
  );
}

function nextAction(dossier: Dossier): { href: string; say: string } | undefined {
  if (dossier.state === 5) return { href: `/ho-so/${dossier.id}/bo-sung`, say: vi.answer };
  if (payableAt('portal', dossier))
    return {
      href: `/ho-so/${dossier.id}/thanh-toan`,
      say: `${vi.pay}: ${formatMoney(dossier.fee.total)}`,
    };
  return undefined;
}

function feeWords(dossier: Dossier, lang: Lang): string {
  const { fee } = dossier;
  if (fee.undecided) return fee.undecided;
  if (dossier.moneyState === 'none') return vi.free;
  if (dossier.moneyState === 'paid') return `${formatMoney(fee.total)} – ${vi.paid}`;
  const when = whenToPay(lang, dossier);
  return when ? `${formatMoney(fee.total)}. ${when}` : formatMoney(fee.total);
}

function ResultList({ id, results }: { id: string; results: readonly IssuedPaper[] }) {
  return (
    <>
      <h2 class="govuk-heading-m">{vi.result}</h2>
      <ul class="govuk-list">
        {results.map((result) => (
          <li key={result.id}>
            <a class="govuk-link" href={`/ho-so/${id}/ket-qua/${result.id}`}>
              {result.title} số {result.number} (PDF)
            </a>
            , {result.signerName} ký lúc {formatInstant(result.signedAt)}. Mã kiểm tra:{' '}
            <strong class="mc-number">{result.checkCode}</strong>
          </li>
        ))}
      </ul>
    </>
  );
}

function Papers({ dossier }: { dossier: WholeDossier }) {
  if (dossier.papers.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{vi.papers}</h2>
      <ul class="govuk-list">
        {dossier.papers.map((paper) => (
          <li key={paper.id}>
            <a class="govuk-link" href={`/ho-so/${dossier.id}/phieu/${paper.id}`}>
              {vi.paperNames[paper.kind]} (PDF)
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}

function Given({ dossier, componentNames, answers }: DossierPageProps) {
  return (
    <>
      <Details summary={vi.answers}>
        {answers.map((section) => (
          <section key={section.id}>
            <h3 class="govuk-heading-s">{section.title}</h3>
            <SummaryList
              rows={section.rows.map((row) => ({
                key: row.group ? `${row.group}: ${row.label}` : row.label,
                value: row.value,
              }))}
            />
          </section>
        ))}
      </Details>
      {dossier.files.length > 0 && (
        <Details summary={vi.files}>
          <ul class="govuk-list">
            {dossier.files.map((file) => (
              <li key={file.id}>
                {componentNames.get(file.component) ?? file.component}:{' '}
                <a class="govuk-link" href={`/ho-so/${dossier.id}/tep/${file.id}`}>
                  {file.name}
                </a>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Withdraw({ shell, dossier, held, agency }: DossierPageProps) {
  return (
    <Details summary={vi.withdraw}>
      <InsetText>{vi.withdrawAsk}</InsetText>
      {held > 0 && <WarningText>{vi.withdrawPaid(formatMoney(held), deskOf(agency))}</WarningText>}
      <form method="post" action={`/ho-so/${dossier.id}/rut`}>
        <CsrfField token={shell.csrf ?? ''} />
        <input type="hidden" name="version" value={dossier.version} />
        <Button kind="warning">{vi.withdrawYes}</Button>
      </form>
    </Details>
  );
}
