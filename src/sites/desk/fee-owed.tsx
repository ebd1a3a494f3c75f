// What is left to pay for a dossier, and of what it is made: for the pages that take it or waive it.
import { amountInWords } from '../../rules/fees/index.ts';
import { formatMoney } from '../../rules/kernel/index.ts';
import { ReceiptList, SummaryList, Table } from '../../ui/index.ts';
import type { Sheet } from './sheet.ts';
import { owed as vi } from './words.vi.ts';

/** The amount in figures and words, what came before, and the lines with their legal basis. */
export function FeeOwed({ sheet }: { sheet: Sheet }) {
  const { dossier, fee, account } = sheet;
  return (
    <>
      <SummaryList
        rows={[
          { key: vi.toPay, value: <strong>{formatMoney(account.left)}</strong> },
          { key: vi.inWords, value: amountInWords(account.left) },
          ...(account.receipts.length > 0
            ? [
                {
                  key: vi.before,
                  value: (
                    <ReceiptList receipts={account.receipts} slipsAt={`/ho-so/${dossier.id}/phieu-thu`} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <Table
        caption={vi.lines}
        captionClasses="govuk-table__caption--s"
        head={[{ say: vi.line }, { say: vi.sum, format: 'numeric' }]}
        rows={fee.lines.map(({ name, amount, basis }) => [
          {
            say: (
              <>
                {name}
                <br />
                <span class="mc-muted">{vi.basis(basis)}</span>
              </>
            ),
          },
          { say: formatMoney(amount), format: 'numeric' as const },
        ])}
      />
    </>
  );
}
