// Amounts that the province's council decided for the fees that the law leaves to it, each with its resolution and its days.
import { compareDated, type DataKind, type Placed, rowsBy, shapes } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { isLeftToCouncil } from '../../../rules/fees/index.ts';
import { type DecidedFee, decidedFeesInTable, revisionsInTable, writeDecidedFees } from '../store.ts';
import { warnOfSharedFees } from './warnings.ts';

const { dated, day, dong, members, text } = shapes;

export const DECIDED_FEE = members({
  /** Its name in the procedure, as it is printed on the bill. */
  fee: text,
  amount: dong,
  /** "Nghị quyết 12/2026/NQ-HĐND" */
  resolution: text,
  decidedOn: day.optional(),
  ...dated,
});
const ROW = DECIDED_FEE.transform((row): DecidedFee => ({ ...row, decidedOn: row.decidedOn ?? null }));

export const decidedFees: DataKind<DecidedFee> = {
  section: 'decidedFees',
  called: 'mức phí, lệ phí do HĐND tỉnh quyết định',
  read: rowsBy(ROW),
  async load(tx: Tx, rows: readonly Placed<DecidedFee>[]) {
    const items = (await revisionsInTable(tx)).flatMap((revision) => revision.feeRule.items);
    const open = new Set(items.filter(isLeftToCouncil).map((item) => item.name));
    const fixed = new Set(items.map((item) => item.name));
    for (const { value, refuse } of rows) {
      if (value.decidedOn !== null && value.decidedOn > value.from)
        refuse(`phải là ngày ký nghị quyết, không sau ngày “from” (${value.from}).`, 'decidedOn');
      if (open.has(value.fee)) continue;
      const why = fixed.has(value.fee)
        ? 'có mức do trung ương quy định, tỉnh không quyết định.'
        : 'không có trong thủ tục nào.';
      refuse(`khoản “${value.fee}” ${why}`, 'fee');
    }
    const compared = compareDated(await decidedFeesInTable(tx), rows, {
      keyOf: (row) => row.fee,
      say: (row) => `${row.fee}: ${row.amount.toLocaleString('vi-VN')} đ, ${row.resolution}`,
    });
    await writeDecidedFees(tx, compared.write);
    return compared;
  },
  warn: warnOfSharedFees,
};
