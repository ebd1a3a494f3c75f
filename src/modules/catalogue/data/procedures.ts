// Procedures as dated revisions: dossiers stay with the one they were filed under, so none is ever removed.
import { createHash } from 'node:crypto';
import { compareDated, type DataKind, type Placed, rowsBy } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { fold } from '../../../rules/kernel/index.ts';
import { TWO_TIERS_SINCE } from '../../../rules/terms/search-procedures.ts';
import type { Revision } from '../procedure.ts';
import { LISTED_PROCEDURE, type ListedProcedure, revisionsOf, slugOf } from '../revisions.ts';
import { fieldNames, revisionsInTable, writeRevisions } from '../store.ts';
import { holdProcedures } from './form-papers.ts';
import { warnOfOpenFees } from './warnings.ts';

export const procedures: DataKind<ListedProcedure> = {
  section: 'procedures',
  called: 'thủ tục (từng giai đoạn)',
  read: rowsBy(LISTED_PROCEDURE),
  async load(tx: Tx, rows: readonly Placed<ListedProcedure>[]) {
    const fields = await fieldNames(tx);
    const inTable = await revisionsInTable(tx);
    // The second revision that a row makes on that day is no row of its own.
    const known = inTable.filter(({ from }) => from !== TWO_TIERS_SINCE);
    const begun = Map.groupBy(
      [...rows.map(({ value }) => ({ slug: slugOf(value), from: value.validFrom })), ...known],
      ({ slug }) => slug,
    );
    const wanted = rows.flatMap((row): Placed<Revision>[] => {
      const { field, validFrom, validTo } = row.value;
      if (!fields.has(field))
        row.refuse(`không có lĩnh vực “${field}”; ${nearFields(field, fields)}`, 'field');
      if (validTo && validTo < validFrom) row.refuse(`phải sau ngày “validFrom” (${validFrom}).`, 'validTo');
      const later = (begun.get(slugOf(row.value)) ?? [])
        .map(({ from }) => from)
        .filter((from) => from > validFrom);
      return revisionsOf(row.value, later.sort()[0] ?? null, revisionId).map((revision) => ({
        value: asKept(revision),
        refuse: (what) => row.refuse(what, 'validTo'),
      }));
    });
    const compared = compareDated(inTable, wanted, {
      keyOf: (revision) => revision.slug,
      say: (revision) => `${revision.code ?? '(chưa có mã)'} ${revision.name}`,
    });
    await writeRevisions(tx, compared.write);
    return compared;
  },
  hold: holdProcedures,
  warn: warnOfOpenFees,
};

/** Fields told of when one is not there. */
const MOST_NEAR = 5;

/** The fields that share the most words with one that there is not, and where all of them stand. */
function nearFields(written: string, fields: ReadonlySet<string>): string {
  const words = wordsOf(written);
  const near = [...fields]
    .map((field) => ({ field, shared: wordsOf(field).intersection(words).size }))
    .filter(({ shared }) => shared > 0)
    .sort((a, b) => b.shared - a.shared || a.field.length - b.field.length)
    .slice(0, MOST_NEAR)
    .map(({ field }) => `“${field}”`);
  const all = `đủ ${fields.size} lĩnh vực ở db/seeds/reference/fields.json`;
  return near.length > 0 ? `gần nhất là ${near.join(', ')} (${all}).` : `chọn một trong ${all}.`;
}

function wordsOf(name: string): Set<string> {
  return new Set(fold(name).match(/[a-z0-9]+/gu));
}

/** As it comes back from the table. */
function asKept(revision: Revision): Revision {
  return JSON.parse(JSON.stringify(revision)) as Revision;
}

/** The same id for the same revision at every load: a UUID (version 8). */
function revisionId(slug: string, from: string): string {
  const hex = createHash('sha256').update(`procedure ${slug} ${from}`).digest('hex');
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) & 3);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
