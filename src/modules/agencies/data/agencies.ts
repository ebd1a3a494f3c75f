// Agencies: made from the units of a province, then each with its own details. None is ever removed, dossiers point at them.

import { isDeepStrictEqual } from 'node:util';
import { type Change, type DataKind, type Placed, rowsBy, shapes } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { parseSessions } from '../../../rules/calendar/index.ts';
import { inForce } from '../../../rules/kernel/index.ts';
import { openPlaces } from '../../places/index.ts';
import { type AgencyRow, agencyRows, type ProvincePlan } from '../agency-rows.ts';
import { putAgencies, putPayees } from '../store.ts';
import { agenciesInTable } from './store.ts';

const { anyText, dated, flag, members, oneOf, shaped, text } = shapes;

const sessions = text.superRefine((value, ctx) => {
  try {
    parseSessions(value);
  } catch (error) {
    ctx.addIssue(error instanceof RangeError ? error.message : 'phải viết như 07:30-11:30,13:30-17:30.');
  }
});
export const bin = shaped(/^\d{6}$/u, 'mã BIN gồm 6 chữ số');

export const PROVINCE = members({
  unitCode: shaped(/^\d{2}$/u, 'mã tỉnh gồm 2 chữ số'),
  ...dated,
  code: shaped(/^[A-Z]\d{2}$/u, 'mã định danh cấp 1 như H05'),
  style: oneOf(['2016', '2020']),
  centres: flag,
  sessions,
  endOfDay: flag,
  phone: anyText,
  payee: members({ bin, account: text }).optional(),
});

export const provinces: DataKind<ProvincePlan> = {
  section: 'provinces',
  called: 'cơ quan của tỉnh',
  read: rowsBy(PROVINCE),
  async load(tx: Tx, rows: readonly Placed<ProvincePlan>[]) {
    const places = await openPlaces(tx);
    for (const { value, refuse } of rows)
      if (places.unitAt(value.unitCode, value.from)?.kind !== 'province')
        refuse(`không có tỉnh nào mang mã này vào ngày ${value.from}.`, 'unitCode');
    const made = agencyRows(
      places,
      rows.map((row) => row.value),
    );
    const known = new Map((await agenciesInTable(tx)).map((row) => [row.id, row]));
    const changes: Change[] = [];
    const write: AgencyRow[] = [];
    for (const row of made.agencies) {
      const before = known.get(row.id);
      // What an agency says of itself (hours, telephone, address) is not undone by the pattern it was made from.
      const after = before
        ? {
            ...row,
            address: before.address,
            phone: before.phone,
            sessions: before.sessions,
            policy: before.policy,
          }
        : row;
      if (before && isDeepStrictEqual(before, after)) continue;
      const ends = before && before.valid_to !== row.valid_to && row.valid_to !== null;
      write.push(after);
      changes.push({ what: !before ? 'added' : ends ? 'ended' : 'changed', row: `${row.code} ${row.name}` });
    }
    if (write.length > 0) await putAgencies(tx, write);
    const fresh = new Set(write.filter((row) => !known.has(row.id)).map((row) => row.id));
    await putPayees(
      tx,
      made.payees.filter((row) => fresh.has(row.agency_id)),
    );
    return { changes, unchanged: made.agencies.length - write.length };
  },
};

export const AGENCY = members({
  /** Its code; with `*` at the end, every agency whose code begins so. */
  code: text,
  /** A day on which it is in force: codes are used again. */
  on: shapes.day,
  address: anyText.optional(),
  phone: anyText.optional(),
  sessions: sessions.optional(),
  endOfDay: flag.optional(),
});
type Details = ReturnType<typeof AGENCY.parse>;

export const agencies: DataKind<Details> = {
  section: 'agencies',
  called: 'giờ làm việc, địa chỉ, điện thoại của cơ quan',
  read: rowsBy(AGENCY),
  async load(tx: Tx, rows: readonly Placed<Details>[]) {
    const before = new Map((await agenciesInTable(tx)).map((row) => [row.id, row]));
    const after = new Map(before);
    const named = new Set<string>();
    for (const { value, refuse } of rows) {
      const meant = [...after.values()].filter((row) => isMeant(row, value));
      if (meant.length === 0) refuse(`không có cơ quan nào mang mã này vào ngày ${value.on}.`, 'code');
      for (const row of meant) {
        named.add(row.id);
        after.set(row.id, {
          ...row,
          address: value.address ?? row.address,
          phone: value.phone ?? row.phone,
          sessions: value.sessions ?? row.sessions,
          policy: value.endOfDay === undefined ? row.policy : { endOfDay: value.endOfDay },
        });
      }
    }
    const write = [...named].flatMap((id) => {
      const row = after.get(id);
      return row && !isDeepStrictEqual(before.get(id), row) ? [row] : [];
    });
    if (write.length > 0) await putAgencies(tx, write);
    const changes = write.map((row): Change => ({ what: 'changed', row: `${row.code} ${row.name}` }));
    return { changes, unchanged: named.size - write.length };
  },
};

function isMeant(row: AgencyRow, { code, on }: Details): boolean {
  if (!inForce({ from: row.valid_from, to: row.valid_to }, on)) return false;
  return code.endsWith('*') ? row.code.startsWith(code.slice(0, -1)) : row.code === code;
}
