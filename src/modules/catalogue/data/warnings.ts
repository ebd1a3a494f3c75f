// What an operator may have forgotten: nothing of it keeps a load out.

import { type Placed, warningsOf } from '../../../platform/data/index.ts';
import type { Tx } from '../../../platform/db.ts';
import { isLeftToCouncil } from '../../../rules/fees/index.ts';
import type { FormDefinition } from '../../../rules/forms/index.ts';
import { inForce } from '../../../rules/kernel/index.ts';
import { type ListedProcedure, slugOf } from '../revisions.ts';
import {
  assignmentsInTable,
  type DecidedFee,
  decidedFeesInTable,
  formTexts,
  revisionsInTable,
} from '../store.ts';

/** Procedures that are named; the number tells of the others. */
const MOST_TOLD = 10;

/** Fees of loaded procedures that are left to the council and have no amount when the procedure holds. @param day ISO, today */
export async function warnOfOpenFees(
  tx: Tx,
  rows: readonly Placed<ListedProcedure>[],
  day: string,
): Promise<string[]> {
  const loaded = new Set(rows.map(({ value }) => slugOf(value)));
  const decided = Map.groupBy(await decidedFeesInTable(tx), ({ fee }) => fee);
  const open = new Map<string, Set<string>>();
  for (const { slug, feeRule, from, to } of await revisionsInTable(tx)) {
    const on = from > day ? from : day;
    if (!loaded.has(slug) || (to !== null && to <= on)) continue;
    for (const item of feeRule.items) {
      const asked = (item.validFrom ?? on) <= on && (item.validTo === undefined || on < item.validTo);
      const known = (decided.get(item.name) ?? []).some((one) => inForce(one, on));
      if (!asked || known || !isLeftToCouncil(item)) continue;
      open.set(item.name, (open.get(item.name) ?? new Set()).add(slug));
    }
  }
  return warningsOf(
    [...open],
    ([fee, slugs]) =>
      `khoản “${fee}” (thủ tục ${few([...slugs])}) do HĐND tỉnh quyết định mà chưa có mức đang áp dụng; nạp mức ở decidedFees.`,
    (others) =>
      `còn ${others.length} khoản nữa chưa có mức đang áp dụng: ${others.map(([fee]) => `“${fee}”`).join(', ')}.`,
  );
}

/** Loaded amounts that hold in more than one procedure: a fee is known by its name. @param day ISO, today */
export async function warnOfSharedFees(
  tx: Tx,
  rows: readonly Placed<DecidedFee>[],
  day: string,
): Promise<string[]> {
  const revisions = await revisionsInTable(tx);
  const shared = [...new Set(rows.map(({ value }) => value.fee))].flatMap((fee) => {
    const having = revisions.filter(
      ({ feeRule, to }) =>
        (to === null || to > day) && feeRule.items.some((item) => item.name === fee && isLeftToCouncil(item)),
    );
    const slugs = [...new Set(having.map(({ slug }) => slug))];
    return slugs.length > 1 ? [{ fee, slugs }] : [];
  });
  return warningsOf(
    shared,
    ({ fee, slugs }) => `mức của khoản “${fee}” áp dụng cho ${slugs.length} thủ tục: ${few(slugs)}.`,
    (others) =>
      `còn ${others.length} khoản nữa áp dụng cho nhiều thủ tục: ${others.map(({ fee }) => `“${fee}”`).join(', ')}.`,
  );
}

/** Loaded forms with which no procedure is, was or will be filed. */
export async function warnOfUnusedForms(tx: Tx, rows: readonly Placed<FormDefinition>[]): Promise<string[]> {
  const assigned = (await assignmentsInTable(tx)).filter(({ from, to }) => to === null || to > from);
  const used = new Set(assigned.map(({ formHash }) => formHash));
  const unused: string[] = [];
  for (const { code, revision } of rows.map(({ value }) => value)) {
    const hash = (await formTexts(tx, code, revision)).at(-1);
    if (hash !== undefined && !used.has(hash)) unused.push(`“${code}” bản “${revision}”`);
  }
  return warningsOf(
    unused,
    (form) => `tờ khai ${form} chưa có thủ tục nào dùng; nạp dòng gán ở formAssignments.`,
    (others) => `còn ${others.length} tờ khai nữa chưa có thủ tục nào dùng: ${others.join(', ')}.`,
  );
}

function few(slugs: readonly string[]): string {
  const more = slugs.length - MOST_TOLD;
  return `${slugs.slice(0, MOST_TOLD).join(', ')}${more > 0 ? ` và ${more} thủ tục nữa` : ''}`;
}
