// Paying a dossier's fee by bank transfer: what for, by which law, to whom, and whether it has arrived.
import type { ComponentChildren } from 'preact';
import { type Bill, leftToPay, type TransferBill } from '../../../modules/payments/index.ts';
import { formatInstant, formatMoney } from '../../../rules/kernel/index.ts';
import {
  Button,
  CopyButton,
  Form,
  InsetText,
  NotificationBanner,
  Page,
  Panel,
  Qr,
  ReceiptList,
  type Shell,
  type ShownReceipt,
  SummaryList,
  Table,
  Vi,
  WarningText,
} from '../../../ui/index.ts';
import { words } from './words.ts';

type Say = ReturnType<typeof words>;

export interface PayView {
  readonly shell: Shell;
  readonly dossier: { readonly id: string; readonly number: string | null; readonly requestCode: string };
  readonly procedureName: string;
  readonly bill: Bill;
}

export interface ToPayView extends PayView {
  readonly bill: TransferBill;
  /** `<svg>` of the VietQR. */
  readonly qr: string;
  /** The person pressed "check again". */
  readonly checked: boolean;
  /** When this page was made. */
  readonly at: Temporal.Instant;
  /** The sandbox's bank with this payload; null outside the sandbox. */
  readonly sandboxBank: string | null;
}

/** The bill is open: how to pay it. */
export function ToPayPage(view: ToPayView) {
  const { shell, bill, dossier, checked, sandboxBank } = view;
  const say = words(shell.lang);
  const left = formatMoney(leftToPay(bill));
  return (
    <Page {...shell} title={say.title} backLink={`/ho-so/${dossier.id}`}>
      {bill.received > 0 && <NotificationBanner say={say.part(formatMoney(bill.received), left)} />}
      <h1 class="govuk-heading-l">{say.title}</h1>
      <p class="govuk-body-l">
        {say.left} <strong>{left}</strong>
      </p>
      <SummaryList rows={about(view, say)} />
      <Fees bill={bill} say={say} />
      <h2 class="govuk-heading-m">{say.scan}</h2>
      <p class="govuk-body">{say.scanHint}</p>
      <Qr svg={view.qr} label={say.qrLabel(left, bill.transfer.reference)} />
      <p class="govuk-body">
        {say.onePhone}{' '}
        <a class="govuk-link" href={`/ho-so/${dossier.id}/thanh-toan/vietqr.png`} download>
          {say.saveQr}
        </a>
      </p>
      <h2 class="govuk-heading-m">{say.type}</h2>
      <Transfer bill={bill} left={left} say={say} />
      <WarningText>{say.keepContent}</WarningText>
      {sandboxBank && (
        <>
          <InsetText>{say.sandboxHint}</InsetText>
          <Button kind="secondary" href={sandboxBank}>
            {say.openSandbox}
          </Button>
        </>
      )}
      <h2 class="govuk-heading-m" id="cho">
        {say.waiting}
      </h2>
      {checked && <InsetText>{say.notYet}</InsetText>}
      <p class="govuk-body">{say.waitingHint}</p>
      <Form method="get" opensAt="cho">
        <input type="hidden" name="kiem-tra" value="1" />
        {/* With a place in it, an address that stays the same would only scroll and never ask again. */}
        <input type="hidden" name="luc" value={view.at.epochMilliseconds} />
        <Button>{say.check}</Button>
      </Form>
      <p class="govuk-body">{say.otherWay}</p>
    </Page>
  );
}

/** The bill is paid. @param held whole đồng that came beyond it */
export function PaidPage(
  view: PayView & { readonly held: number; readonly receipts: readonly ShownReceipt[] },
) {
  const { shell, bill, dossier, held } = view;
  const say = words(shell.lang);
  return (
    <Page {...shell} title={say.paidTitle} backLink={`/ho-so/${dossier.id}`}>
      <Panel title={say.paidTitle}>{formatMoney(bill.amount)}</Panel>
      {held > 0 && <InsetText>{say.held(formatMoney(held))}</InsetText>}
      <SummaryList
        rows={[
          ...about(view, say),
          ...(bill.settledAt ? [{ key: say.paidAt, value: formatInstant(bill.settledAt, shell.lang) }] : []),
          {
            key: say.given,
            value: <ReceiptList receipts={view.receipts} slipsAt={`/ho-so/${dossier.id}/phieu-thu`} />,
          },
        ]}
      />
      <Fees bill={bill} say={say} />
      <Button href={`/ho-so/${dossier.id}`}>{say.toDossier}</Button>
    </Page>
  );
}

function about({ procedureName, dossier }: PayView, say: Say) {
  const number = <span class="mc-number">{dossier.number ?? dossier.requestCode}</span>;
  return [
    { key: say.procedure, value: <Vi>{procedureName}</Vi> },
    { key: dossier.number ? say.number : say.requestCode, value: number },
  ];
}

function Fees({ bill, say }: { bill: Bill; say: Say }) {
  const lines = bill.lines.map((line) => {
    const times =
      line.quantity === 1 ? '' : ` (${say.quantity(line.quantity, formatMoney(line.unitAmount))})`;
    const name = (
      <>
        <Vi>{line.name}</Vi>
        {times}
        {line.basis && (
          <>
            <br />
            <span class="mc-muted">
              {say.basis} <Vi>{line.basis}</Vi>
            </span>
          </>
        )}
      </>
    );
    return [{ say: name }, { say: formatMoney(line.amount), format: 'numeric' as const }];
  });
  return (
    <Table
      caption={say.fees}
      captionClasses="govuk-table__caption--m"
      head={[{ say: say.fee }, { say: say.sum, format: 'numeric' }]}
      rows={[
        ...lines,
        [
          { say: <strong>{say.total}</strong> },
          { say: <strong>{formatMoney(bill.amount)}</strong>, format: 'numeric' },
        ],
      ]}
    />
  );
}

function copied(shown: ComponentChildren, text: string, what: string) {
  return (
    <>
      {shown} <CopyButton text={text} what={what} />
    </>
  );
}

function Transfer({ bill, left, say }: { bill: TransferBill; left: string; say: Say }) {
  const { payee, reference } = bill.transfer;
  const holder = (
    <>
      <Vi>{payee.holder}</Vi>
      {payee.authority && (
        <>
          <br />
          <span class="mc-muted">
            <Vi>{payee.authority}</Vi>
          </span>
        </>
      )}
    </>
  );
  return (
    <SummaryList
      rows={[
        { key: say.bank, value: <Vi>{payee.bankName || payee.bin}</Vi> },
        {
          key: say.account,
          value: copied(<span class="mc-number">{payee.account}</span>, payee.account, say.account),
        },
        { key: say.holder, value: holder },
        { key: say.sum, value: copied(left, String(leftToPay(bill)), say.sum) },
        {
          key: say.content,
          value: copied(<strong class="mc-number">{reference}</strong>, reference, say.content),
        },
      ]}
    />
  );
}
