// What moved a dossier's money: a line for each receipt, and the desk's own slip for cash, to be printed and signed.
import { amountInWords } from '../../rules/fees/amount-in-words.ts';
import { formatInstant, formatMoney } from '../../rules/kernel/index.ts';
import { SummaryList } from '../components/summary-list/summary-list.tsx';
import { Table } from '../components/table/table.tsx';
import { Naming, useLang, useWords, Vi } from '../words/index.ts';

interface ReceiptBase {
  id: string;
  /** Whole đồng. */
  amount: number;
  at: Temporal.Instant;
}

export interface CashSlip {
  number: string;
  payer: string;
  taker: { name: string };
}

export type ShownReceipt =
  | (ReceiptBase & { kind: 'transfer' })
  /** Without a slip when nobody wrote down who paid: taken before there were receipts. */
  | (ReceiptBase & { kind: 'cash'; slip: CashSlip | null })
  | (ReceiptBase & { kind: 'exemption'; reason: string; legalBasis: string; by: { name: string } });

/** The receipts of a dossier, oldest first; cash leads to its slip under `slipsAt` ("/ho-so/…/phieu-thu"). */
export function ReceiptList({ receipts, slipsAt }: { receipts: readonly ShownReceipt[]; slipsAt: string }) {
  return (
    <ul class="govuk-list">
      {receipts.map((receipt) => (
        <li key={receipt.id}>
          <ReceiptLine receipt={receipt} slipsAt={slipsAt} />
        </li>
      ))}
    </ul>
  );
}

function ReceiptLine({ receipt, slipsAt }: { receipt: ShownReceipt; slipsAt: string }) {
  const words = useWords().receipt;
  const amount = formatMoney(receipt.amount);
  const at = formatInstant(receipt.at, useLang());
  if (receipt.kind === 'transfer') return <>{words.byTransfer(amount, at)}</>;
  if (receipt.kind === 'exemption')
    return (
      <>
        <Naming>{words.exempted(amount, receipt.by.name, at)}</Naming> {words.reason}{' '}
        <Vi>{stopped(receipt.reason)}</Vi> {words.basis} <Vi>{stopped(receipt.legalBasis)}</Vi>
      </>
    );
  if (!receipt.slip) return <>{words.carriedOver(amount, at)}</>;
  const { number, payer, taker } = receipt.slip;
  return (
    <>
      <Naming>{words.inCash(amount, payer, taker.name, at)}</Naming>{' '}
      <a class="govuk-link" href={`${slipsAt}/${receipt.id}`}>
        {words.title} <span class="mc-number">{number}</span>
      </a>
    </>
  );
}

/** As a sentence that another may follow. */
function stopped(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

export interface ReceiptSlipProps {
  receipt: ReceiptBase & { slip: CashSlip };
  /** The office whose counter it is, and its agency. */
  desk: string;
  agency: string;
  address: string;
  procedure: string;
  /** Its number; null before it has one. */
  dossier: string | null;
  requestCode: string;
  /** Whole đồng that had come before this receipt. */
  before: number;
  /** What the bill asks for, line by line with its legal basis. */
  lines: readonly { name: string; amount: number; basis: string }[];
}

/** The desk's slip for cash: office, payer, what for, the amount in figures and in words, two signatures. */
export function ReceiptSlip(props: ReceiptSlipProps) {
  const words = useWords().receipt;
  const { receipt, lines, before } = props;
  const left = lines.reduce((sum, { amount }) => sum + amount, 0) - before - receipt.amount;
  const { number, payer, taker } = receipt.slip;
  return (
    <article class="mc-receipt">
      <p class="mc-receipt__office">
        <strong>
          <Vi>{props.desk}</Vi>
        </strong>
        <br />
        <Vi>{props.agency}</Vi>
        {props.address && (
          <>
            <br />
            <Vi>{props.address}</Vi>
          </>
        )}
      </p>
      <h1 class="govuk-heading-l mc-receipt__title">{words.title}</h1>
      <p class="mc-receipt__number">
        {words.number} <strong class="mc-number">{number}</strong>, {formatInstant(receipt.at, useLang())}
      </p>
      <SummaryList
        rows={[
          { key: words.payer, value: <Vi>{payer}</Vi> },
          { key: words.procedure, value: <Vi>{props.procedure}</Vi> },
          {
            key: props.dossier === null ? words.requestCode : words.dossier,
            value: <span class="mc-number">{props.dossier ?? props.requestCode}</span>,
          },
          ...(before > 0 ? [{ key: words.before, value: formatMoney(before) }] : []),
          { key: words.amount, value: <strong>{formatMoney(receipt.amount)}</strong> },
          { key: words.inWords, value: <Vi>{amountInWords(receipt.amount)}</Vi> },
          ...(before > 0 ? [{ key: words.left, value: formatMoney(left) }] : []),
          { key: words.how, value: words.cash },
          { key: words.taker, value: <Vi>{taker.name}</Vi> },
        ]}
      />
      <Table
        caption={words.lines}
        captionClasses="govuk-table__caption--s"
        head={[{ say: words.line }, { say: words.sum, format: 'numeric' }]}
        rows={lines.map(({ name, amount, basis }) => [
          {
            say: (
              <>
                <Vi>{name}</Vi>
                <br />
                <span class="mc-muted">
                  {words.basis} <Vi>{basis}</Vi>
                </span>
              </>
            ),
          },
          { say: formatMoney(amount), format: 'numeric' as const },
        ])}
      />
      <div class="mc-receipt__hands">
        {[
          [words.payer, payer],
          [words.taker, taker.name],
        ].map(([role, name]) => (
          <p key={role}>
            <strong>{role}</strong>
            <br />
            <span class="mc-muted">{words.sign}</span>{' '}
            <span class="mc-receipt__name">
              <Vi>{name}</Vi>
            </span>
          </p>
        ))}
      </div>
      <p class="govuk-body-s mc-muted">{words.notStatutory}</p>
    </article>
  );
}

/** Prints the page; there only while script runs, the browser's own menu prints without it. */
export function PrintButton() {
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-print hidden>
      {useWords().receipt.print}
    </button>
  );
}
