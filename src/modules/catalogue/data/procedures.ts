// Procedures as dated revisions: dossiers stay with the one they were filed under, so none is ever removed.
import { createHash } from 'node:crypto';
import { compareDated, type DataKind, type Placed, rowsBy } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { LISTED_PROCEDURE, type ListedProcedure, type Revision, revisionsOf } from '../revisions.ts';
import { revisionsInTable, writeRevisions } from './store.ts';

export const procedures: DataKind<ListedProcedure> = {
  section: 'procedures',
  called: 'thủ tục (từng giai đoạn)',
  read: rowsBy(LISTED_PROCEDURE),
  async load(tx: Tx, rows: readonly Placed<ListedProcedure>[]) {
    const wanted = rows.flatMap((row): Placed<Revision>[] => {
      const { validFrom, validTo } = row.value;
      if (validFrom && validTo && validTo < validFrom)
        row.refuse(`phải sau ngày “validFrom” (${validFrom}).`, 'validTo');
      return revisionsOf(row.value, revisionId).map((revision) => ({
        value: asKept(revision),
        refuse: (what) => row.refuse(what, 'validTo'),
      }));
    });
    const compared = compareDated(await revisionsInTable(tx), wanted, {
      keyOf: (revision) => revision.slug,
      say: (revision) => `${revision.code ?? '(chưa có mã)'} ${revision.name}`,
    });
    await writeRevisions(tx, compared.write);
    return compared;
  },
};

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
