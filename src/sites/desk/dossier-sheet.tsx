// A dossier as an official reads it: what to do, what was declared and given, what happened. The same in the pane and on its own page.

import { moneyHeld } from '../../flows/settle-bill.ts';
import { halfDayInWords, readHalfDay } from '../../rules/calendar/index.ts';
import { feeAsked } from '../../rules/fees/index.ts';
import { formatInstant, formatMoney, upperFirst } from '../../rules/kernel/index.ts';
import { ACT_WORDS, liftedBy, recordOf, State } from '../../rules/lifecycle/index.ts';
import { cameToNothing, isBack } from '../../rules/states/index.ts';
import {
  Button,
  CsrfField,
  Details,
  InsetText,
  LateTag,
  MoodTag,
  ReceiptList,
  StateTag,
  SummaryList,
  WarningText,
} from '../../ui/index.ts';
import { Files } from './dossier-files.tsx';
import { ControlSheet, Proposals, Supplements } from './dossier-history.tsx';
import { sayRefusal } from './say-refusal.ts';
import type { Sheet } from './sheet.ts';
import { unusedNumbers } from './unused-numbers.ts';
import { fee as feeSays, papers as paperNames, submitChannels, vi, sheet as words } from './words.vi.ts';

export interface DossierSheetProps {
  sheet: Sheet;
  csrf: string;
  /** 1 on its own page, 2 in the pane under the list's h1. */
  level: 1 | 2;
}

export function DossierSheet({ sheet, csrf, level }: DossierSheetProps) {
  const { dossier, procedure } = sheet;
  const Title: 'h1' | 'h2' = level === 1 ? 'h1' : 'h2';
  return (
    <>
      <Title class={level === 1 ? 'govuk-heading-l' : 'govuk-heading-m'}>{procedure.name}</Title>
      <p class="govuk-body">
        <strong class="mc-number">{dossier.number ?? dossier.requestCode}</strong> · {dossier.ownerName}{' '}
        <StateTag state={dossier.state} back={isBack(dossier)} />{' '}
        {sheet.pressing.late && dossier.dueCurrent && <LateTag />}
      </p>
      <Due sheet={sheet} />
      <Acts sheet={sheet} csrf={csrf} />
      <Doubts sheet={sheet} />
      <Facts sheet={sheet} />
      <Heading level={level} say={words.given} />
      <Files sheet={sheet} />
      <Heading level={level} say={words.declared} />
      <Answers sheet={sheet} level={level} />
      <Heading level={level} say={words.issued} />
      <Issued sheet={sheet} />
      <Supplements sheet={sheet} level={level} />
      <Proposals sheet={sheet} level={level} />
      <Heading level={level} say={words.control} />
      <ControlSheet sheet={sheet} />
    </>
  );
}

function Heading({ level, say }: { level: 1 | 2; say: string }) {
  return level === 1 ? <h2 class="govuk-heading-m">{say}</h2> : <h3 class="govuk-heading-s">{say}</h3>;
}

function Due({ sheet }: { sheet: Sheet }) {
  const { dossier, pressing } = sheet;
  if (!pressing.at && !pressing.left) return null;
  const label = dossier.state === State.New ? words.answerBefore : words.due;
  return (
    <>
      <p class="govuk-body govuk-!-margin-bottom-2">
        {label}: <strong>{pressing.at || words.notYetDue}</strong>
        {pressing.left && ` (${pressing.left})`}
      </p>
      {dossier.dueWhy && <Details summary={words.why}>{dossier.dueWhy}</Details>}
    </>
  );
}

function Acts({ sheet, csrf }: { sheet: Sheet; csrf: string }) {
  const { dossier, acts } = sheet;
  const offered = acts.filter(({ act, blocked }) => blocked === null || !recordOf(act).seldom);
  if (offered.length === 0) return <p class="govuk-body mc-muted">{words.nothing}</p>;
  // Strongest is what leads on: the main act, or what takes away what stands against it.
  const main = offered.find(({ act }) => recordOf(act).main);
  const first = main?.blocked ? liftedBy(main.blocked) : main?.act;
  const inOrder = offered.toSorted((a, b) => Number(b.act === first) - Number(a.act === first));
  return (
    <>
      <div class="govuk-button-group">
        {inOrder.map(({ act, blocked: why }) => {
          const { path, asks } = recordOf(act);
          const kind = act === first ? undefined : 'secondary';
          const { say } = ACT_WORDS.vi[act];
          if (why !== null)
            return (
              <Button key={act} kind={kind} disabled attributes={{ 'aria-describedby': `vi-sao-${act}` }}>
                {say}
              </Button>
            );
          if (asks !== 'press')
            return (
              <Button key={act} kind={kind} href={`/ho-so/${dossier.id}/${path}`}>
                {say}
              </Button>
            );
          return (
            <form key={act} method="post" action={`/ho-so/${dossier.id}/${path}`}>
              <CsrfField token={csrf} />
              <input type="hidden" name="version" value={dossier.version} />
              <Button kind={kind} preventDoubleClick>
                {say}
              </Button>
            </form>
          );
        })}
      </div>
      {offered.map(
        ({ act, blocked: why }) =>
          why && (
            <p key={act} class="govuk-body" id={`vi-sao-${act}`}>
              {vi.notYet(ACT_WORDS.vi[act].say, sayRefusal(why))}
            </p>
          ),
      )}
    </>
  );
}

function Doubts({ sheet }: { sheet: Sheet }) {
  if (sheet.warnings.length === 0) return null;
  return <WarningText>{words.doubts(sheet.warnings.join(' '))}</WarningText>;
}

function Facts({ sheet }: { sheet: Sheet }) {
  const { dossier, procedure, agency } = sheet;
  const visit = readHalfDay(dossier.appointment);
  const phone = dossier.ownerPhone.replace(/^\+84/u, '0');
  return (
    <SummaryList
      rows={[
        { key: words.owner, value: `${dossier.ownerName}, ${phone}` },
        { key: words.agency, value: agency.called },
        {
          key: words.submitted,
          value: `${formatInstant(dossier.submittedAt)}, ${submitChannels[dossier.submitChannel] ?? dossier.submitChannel}`,
        },
        ...(dossier.number ? [{ key: words.requestCode, value: dossier.requestCode }] : []),
        ...(dossier.acceptedAt ? [{ key: words.accepted, value: formatInstant(dossier.acceptedAt) }] : []),
        { key: words.period, value: procedure.periodText },
        ...(hasMoved(sheet) && dossier.dueOriginal
          ? [{ key: words.dueFirst, value: formatInstant(dossier.dueOriginal) }]
          : []),
        { key: words.fee, value: <Fee sheet={sheet} /> },
        ...(sheet.account.receipts.length > 0
          ? [
              {
                key: feeSays.receipts,
                value: (
                  <ReceiptList receipts={sheet.account.receipts} slipsAt={`/ho-so/${dossier.id}/phieu-thu`} />
                ),
              },
            ]
          : []),
        ...toGiveBack(sheet),
        ...(visit ? [{ key: words.visit, value: upperFirst(halfDayInWords(visit)) }] : []),
        { key: words.delivery, value: sheet.delivery },
      ]}
    />
  );
}

/** Money that the office has and may not keep: what came beyond the fee, and all of it once the dossier has come to nothing. */
function toGiveBack({ dossier, account }: Sheet) {
  const { beyond } = account;
  const held = moneyHeld(account);
  const rows = beyond.map(({ noticeId, amount, at, content }) => (
    <li key={noticeId}>{feeSays.beyondLine(formatMoney(amount), formatInstant(at), content)}</li>
  ));
  return [
    ...(rows.length > 0 ? [{ key: feeSays.beyond, value: <ul class="govuk-list">{rows}</ul> }] : []),
    ...(held > 0 && cameToNothing(dossier)
      ? [{ key: feeSays.held, value: <strong>{formatMoney(held)}</strong> }]
      : []),
  ];
}

function hasMoved({ dossier }: Sheet): boolean {
  return Boolean(
    dossier.dueOriginal && dossier.dueCurrent && !dossier.dueOriginal.equals(dossier.dueCurrent),
  );
}

export function Fee({ sheet }: { sheet: Pick<Sheet, 'dossier' | 'fee' | 'account'> }) {
  const { dossier, fee, account } = sheet;
  const amount = formatMoney(fee.total);
  const asked = feeAsked(dossier);
  if (fee.undecided) return <>{fee.undecided}</>;
  if (asked.asked === 'no') {
    if (asked.why === 'free' || asked.why === 'undecided') return <>{feeSays.none}</>;
    if (asked.why === 'ended') return <>{amount}</>;
    return (
      <>
        {amount} <MoodTag mood="good">{feeSays.stands[asked.why]}</MoodTag>
      </>
    );
  }
  const part = account.left < fee.total;
  return (
    <>
      {amount}, {feeSays.when[asked.before]}{' '}
      <MoodTag mood="wait">
        {part ? feeSays.stands.partly(formatMoney(account.left)) : feeSays.stands.due}
      </MoodTag>
    </>
  );
}

function Answers({ sheet, level }: { sheet: Sheet; level: 1 | 2 }) {
  if (sheet.answers.length === 0) return <p class="govuk-body mc-muted">{words.noForm}</p>;
  const Section: 'h3' | 'h4' = level === 1 ? 'h3' : 'h4';
  return (
    <>
      {sheet.answers.map((section) => (
        <section key={section.id}>
          <Section class="govuk-heading-s govuk-!-margin-bottom-1">{section.title}</Section>
          <SummaryList
            rows={section.rows.map((row) => ({
              key: row.group ? `${row.group}: ${row.label}` : row.label,
              value: row.value,
            }))}
          />
        </section>
      ))}
    </>
  );
}

function Issued({ sheet }: { sheet: Sheet }) {
  const { dossier, results } = sheet;
  const unused = unusedNumbers(sheet);
  if (dossier.papers.length + results.length + unused.length === 0)
    return <InsetText>{words.noneIssued}</InsetText>;
  return (
    <ul class="govuk-list">
      {results.map((result) => (
        <li key={result.id}>
          <a class="govuk-link" href={`/ho-so/${dossier.id}/ket-qua/${result.id}`}>
            {words.result(result.title, result.number)}
          </a>
          {words.signed(result.signerName, formatInstant(result.signedAt))}{' '}
          <span class="mc-number">{result.checkCode}</span>
        </li>
      ))}
      {unused.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {dossier.papers.map((paper) => (
        <li key={paper.id}>
          <a class="govuk-link" href={`/ho-so/${dossier.id}/phieu/${paper.id}`}>
            {words.paper(paperNames[paper.kind] ?? '')}
          </a>
          , {formatInstant(paper.issuedAt)}
        </li>
      ))}
    </ul>
  );
}
