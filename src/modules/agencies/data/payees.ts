// Payee accounts: where an agency's fees go, from a day to a day. Bills keep the account they named.

import { compareDated, type DataKind, type Placed, rowsBy, shapes } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { inForce } from '../../../rules/kernel/index.ts';
import { bin } from './agencies.ts';
import { agenciesInTable, bankBins, type PayeeOfAgency, payeesInTable, writePayees } from './store.ts';

const { dated, members, shaped } = shapes;

const ROW = members({
  /** The agency's code on the first day. */
  agency: shapes.text,
  bin,
  account: shaped(/^[A-Za-z0-9]{4,34}$/u, 'số tài khoản, chỉ gồm chữ số và chữ cái không dấu'),
  /** As the bank prints it: capitals without marks. */
  holder: shaped(/^[A-Z0-9 .,&()/-]+$/u, 'tên chủ tài khoản viết hoa không dấu như ngân hàng in'),
  ...dated,
});
type Row = ReturnType<typeof ROW.parse>;

export const payees: DataKind<Row> = {
  section: 'payees',
  called: 'tài khoản thu phí, lệ phí',
  read: rowsBy(ROW),
  async load(tx: Tx, rows: readonly Placed<Row>[]) {
    const [all, banks] = [await agenciesInTable(tx), await bankBins(tx)];
    const names = new Map(all.map((row) => [row.id, row.name]));
    const wanted = rows.flatMap(({ value, refuse }): Placed<PayeeOfAgency>[] => {
      const { agency: code, from, ...account } = value;
      const agency = all.find(
        (row) => row.code === code && inForce({ from: row.valid_from, to: row.valid_to }, from),
      );
      if (!banks.has(value.bin)) refuse('không có ngân hàng nào mang mã BIN này.', 'bin');
      if (agency) return [{ value: { agencyId: agency.id, from, ...account }, refuse }];
      refuse(`không có cơ quan nào mang mã này vào ngày ${from}.`, 'agency');
      return [];
    });
    const compared = compareDated(await payeesInTable(tx), wanted, {
      keyOf: (row) => row.agencyId,
      say: (row) => `${names.get(row.agencyId)}: ${row.account} tại ${row.bin}, ${row.holder}`,
    });
    await writePayees(tx, compared.write);
    return compared;
  },
};
