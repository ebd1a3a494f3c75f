// Cash at the counter: what is asked and by which rule, who pays, how much is in hand; and the slip to print afterwards.
import { givenBefore } from '../../../modules/payments/index.ts';
import { formatInstant, formatMoney } from '../../../rules/kernel/index.ts';
import { ACT_WORDS, recordOf } from '../../../rules/lifecycle/index.ts';
import {
  Button,
  type CashSlip,
  Input,
  InsetText,
  NotificationBanner,
  Page,
  PrintButton,
  ReceiptSlip,
  type Shell,
} from '../../../ui/index.ts';
import { ActForm, ActFrame, errorLinks, errorsAt } from '../act-form.tsx';
import type { ActView } from '../act-page.tsx';
import { FeeOwed } from '../fee-owed.tsx';
import type { Sheet } from '../sheet.ts';
import type { CashTyped } from './input.ts';
import { vi } from './words.vi.ts';

export function TakeFeePage({ shell, sheet, typed, faults }: ActView<CashTyped>) {
  const { dossier, acts } = sheet;
  const errorOf = errorsAt(faults);
  const mayExempt = acts.some(({ act, blocked }) => act === 'exemptFee' && blocked === null);
  return (
    <ActFrame {...{ shell, sheet }} title={vi.title} errors={errorLinks(faults, 'payer')}>
      <FeeOwed sheet={sheet} />
      <ActForm {...{ shell, sheet }}>
        <Input
          label={vi.payer}
          hint={vi.payerHint}
          name="payer"
          value={typed.payer}
          error={errorOf('payer')}
          autocomplete="off"
        />
        <Input
          label={vi.amount}
          hint={vi.amountHint(formatMoney(sheet.account.left))}
          name="amount"
          value={typed.amount}
          error={errorOf('amount')}
          classes="govuk-input--width-10"
          inputmode="numeric"
          autocomplete="off"
          suffix={vi.unit}
        />
        <InsetText>{vi.caution}</InsetText>
        <Button preventDoubleClick>{vi.take}</Button>
      </ActForm>
      {mayExempt && (
        <p class="govuk-body">
          <a class="govuk-link" href={`/ho-so/${dossier.id}/${recordOf('exemptFee').path}`}>
            {vi.exempt}
          </a>
        </p>
      )}
    </ActFrame>
  );
}

export interface SlipPageProps {
  readonly shell: Shell;
  readonly sheet: Sheet;
  readonly receipt: { id: string; amount: number; at: Temporal.Instant; slip: CashSlip };
  /** It was taken just now. */
  readonly fresh: boolean;
}

export function SlipPage({ shell, sheet, receipt, fresh }: SlipPageProps) {
  const { dossier, agency, procedure, fee, acts } = sheet;
  // What the fee held back is what comes next.
  const next = acts.find(
    ({ act, blocked }) => recordOf(act).main && recordOf(act).asks === 'page' && !blocked,
  );
  return (
    <Page {...shell} title={vi.slip} width="form" backLink={`/ho-so/${dossier.id}`}>
      {fresh && <NotificationBanner success say={vi.taken(receipt.slip.number, formatInstant(receipt.at))} />}
      <ReceiptSlip
        receipt={receipt}
        desk={agency.desk}
        agency={agency.name}
        address={agency.address}
        procedure={procedure.name}
        dossier={dossier.number}
        requestCode={dossier.requestCode}
        before={givenBefore(sheet.account.receipts, receipt)}
        lines={fee.lines}
      />
      <div class="govuk-button-group">
        <PrintButton />
        {next && (
          <Button href={`/ho-so/${dossier.id}/${recordOf(next.act).path}`}>
            {ACT_WORDS.vi[next.act].say}
          </Button>
        )}
        <Button href={`/ho-so/${dossier.id}`} kind="secondary">
          {vi.dossier}
        </Button>
      </div>
    </Page>
  );
}
