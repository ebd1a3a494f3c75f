// Payee accounts: where an agency's fees go, from a day to a day. Bills keep the account they named.

import {
  compareDated,
  type DataKind,
  type Placed,
  rowsBy,
  shapes,
  warningsOf,
} from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { inForce, unaccent } from '../../../rules/kernel/index.ts';
import { openPlaces } from '../../places/index.ts';
import type { AgencyRow } from '../agency-rows.ts';
import { bin } from './agencies.ts';
import { agenciesInTable, bankBins, type PayeeOfAgency, payeesInTable, writePayees } from './store.ts';

const { dated, members, shaped } = shapes;

export const PAYEE = members({
  /** The agency's code on the first day. */
  agency: shapes.text,
  bin,
  account: shaped(
    /^[A-Za-z0-9]{4,34}$/u,
    'số tài khoản gồm 4 đến 34 chữ số hoặc chữ cái không dấu, không có dấu cách',
  ),
  /** As the bank prints it: capitals without marks. */
  holder: shaped(/^[A-Z0-9 .,&()/-]+$/u, 'tên chủ tài khoản viết hoa không dấu như ngân hàng in'),
  ...dated,
});
type Row = ReturnType<typeof PAYEE.parse>;

export const payees: DataKind<Row> = {
  section: 'payees',
  called: 'tài khoản thu phí, lệ phí',
  read: rowsBy(PAYEE),
  async load(tx: Tx, rows: readonly Placed<Row>[]) {
    const [all, banks] = [await agenciesInTable(tx), await bankBins(tx)];
    const names = new Map(all.map((row) => [row.id, row.name]));
    const wanted = rows.flatMap(({ value, refuse }): Placed<PayeeOfAgency>[] => {
      const { agency: code, from, ...account } = value;
      const agency = meant(all, value);
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
  warn: warnOfOtherHolders,
};

function meant(all: readonly AgencyRow[], { agency: code, from }: Row): AgencyRow | undefined {
  return all.find((row) => row.code === code && inForce({ from: row.valid_from, to: row.valid_to }, from));
}

/** Accounts whose holder does not bear the name of the agency's place: its code may be a neighbour's. */
async function warnOfOtherHolders(tx: Tx, rows: readonly Placed<Row>[]): Promise<string[]> {
  const [all, places] = [await agenciesInTable(tx), await openPlaces(tx)];
  const others = rows.flatMap(({ value }) => {
    const agency = meant(all, value);
    const place = agency && places.unitAt(agency.unit_code, agency.valid_from)?.name;
    return !place || lettersOf(value.holder).includes(lettersOf(place))
      ? []
      : [{ holder: value.holder, agency }];
  });
  return warningsOf(
    others,
    ({ holder, agency: { name, code } }) =>
      `chủ tài khoản “${holder}” không mang tên ${name} (mã ${code}); nếu nhầm mã, tra bằng lệnh data agencies.`,
    (more) =>
      `còn ${more.length} chủ tài khoản nữa không mang tên cơ quan: ${more.map(({ agency: { code } }) => `mã ${code}`).join(', ')}.`,
  );
}

/** As banks print them, without what stands between words: "Ea H’leo" is EAHLEO. */
function lettersOf(name: string): string {
  return unaccent(name)
    .toUpperCase()
    .replace(/[^A-Z0-9]+/gu, '');
}
