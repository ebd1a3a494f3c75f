// What settles the bill of a dossier, and that the dossier learns of it: cash and exemptions at the desk in one act, a transfer
// by the fact that it leaves.
import {
  type ActRequest,
  type Books,
  type LockedDossier,
  markSettled,
  settleAtDesk,
} from '../modules/dossiers/index.ts';
import {
  type Bill,
  billFor,
  type CashReceipt,
  type ExemptionInput,
  type ExemptionReceipt,
  exempt,
  type Held,
  heldFor,
  leftToPay,
  moneyIn,
  type Receipt,
  receiptsFor,
  receiveCash,
  sumOf,
} from '../modules/payments/index.ts';
import type { Ctx, RecordedFact } from '../platform/act.ts';
import type { Db, Tx } from '../platform/db.ts';
import { dateOf, ok, type Result } from '../rules/kernel/index.ts';
import { type BilledDossier, billAtCounter, billOf, dossierBilled } from './dossier-bill.ts';
import { must, type Woken } from './woken.ts';

/** Cash as the official at the counter typed it. */
export interface CashAtDesk extends ActRequest {
  /** Who pays; need not be the person whose matter it is. */
  readonly payer: string;
  /** Whole đồng in hand: all that is left to pay. */
  readonly amount: number;
}

/**
 * An official takes the fee of a dossier in cash: one receipt with a number of the agency's book, however often it is pressed.
 * @param ctx whose actor is the official, with the seat `intake` at the dossier's agency
 * @returns the receipt, or a refusal: `not-found` (404) to a stranger, `no-right` (403), what stands against the act
 *   (`fee-settled`, `fee-asked-later`, `fee-nothing-asked`, `changed`, 409), those of `receiveCash`
 */
export function takeFee(
  ctx: Ctx,
  { payer, amount, ...request }: CashAtDesk,
  books: Pick<Books, 'agency'>,
): Promise<Result<CashReceipt>> {
  return atDesk(ctx, 'takeFee', request, async ({ id, agencyId }) => {
    const book = books.agency(agencyId, dateOf(ctx.now)).code;
    const taken = await receiveCash(ctx, { ...billOf(id), payer, amount, book });
    return taken.ok ? ok({ receipt: taken.value, note: taken.value.slip?.number ?? '' }) : taken;
  });
}

export type ExemptionAtDesk = ActRequest & Pick<ExemptionInput, 'reason' | 'legalBasis'>;

/**
 * An official writes down that what is left of a dossier's fee is waived (Luật Phí và lệ phí 97/2015/QH13, Điều 10).
 * @param ctx whose actor is the official, with the seat `intake` at the dossier's agency
 * @returns the receipt, or a refusal as of `takeFee`, those of `exempt`
 */
export function exemptFee(
  ctx: Ctx,
  { reason, legalBasis, ...request }: ExemptionAtDesk,
): Promise<Result<ExemptionReceipt>> {
  return atDesk(ctx, 'exemptFee', request, async ({ id }) => {
    const given = await exempt(ctx, { ...billOf(id), reason, legalBasis });
    return given.ok ? ok({ receipt: given.value, note: given.value.reason }) : given;
  });
}

/** The bill, its receipt and the dossier's mirror of it: all or nothing. */
async function atDesk<R extends Receipt>(
  ctx: Ctx,
  act: 'takeFee' | 'exemptFee',
  request: ActRequest,
  give: (dossier: LockedDossier) => Promise<Result<{ receipt: R; note: string }>>,
): Promise<Result<R>> {
  const done = await settleAtDesk<R>(ctx, act, request, async (dossier) => {
    const billed = await billAtCounter(ctx, dossier);
    if (!billed.ok) return billed;
    const given = await give(dossier);
    if (!given.ok) return given;
    const settlement = settlementOf(await billFor(ctx.tx, billOf(dossier.id)));
    if (!settlement) throw new Error(`the receipt did not settle the bill of dossier ${dossier.id}`);
    return ok({ ...given.value, settlement, receiptId: given.value.receipt.id });
  });
  return done.ok ? ok(done.value.value) : done;
}

/** A receipt settled a bill: if it is a dossier's, the dossier learns of it. What was taken at the desk it knows already. */
export async function settleBill(woken: Woken, fact: RecordedFact): Promise<void> {
  const id = dossierBilled(fact.data);
  if (id === null) return;
  const settlement = settlementOf(await billFor(woken.db, billOf(id)));
  if (settlement) await must(woken, (ctx) => markSettled(ctx, id, settlement));
}

function settlementOf(bill: Bill | null) {
  if (!bill?.settledAt || (bill.state !== 'paid' && bill.state !== 'exempt')) return undefined;
  return { moneyState: bill.state, at: bill.settledAt } as const;
}

/** What has been given for a dossier's fee, oldest first, and whole đồng still to pay. */
export interface FeeAccount {
  readonly receipts: readonly Receipt[];
  readonly left: number;
  /** Transfers beyond it: too much, twice, or after the dossier had ended. To be given back. */
  readonly beyond: readonly Held[];
}

/** Whole đồng in money that the office has for the dossier: what counts for its fee, and what came beyond it. */
export const moneyHeld = ({ receipts, beyond }: Pick<FeeAccount, 'receipts' | 'beyond'>): number =>
  moneyIn(receipts) + sumOf(beyond);

/** How far the fee of a dossier has come; a dossier without one asks nothing of the database. */
export async function feeAccountOf(db: Db | Tx, { id, fee }: BilledDossier): Promise<FeeAccount> {
  if (fee.total === 0) return { receipts: [], left: 0, beyond: [] };
  const of = billOf(id);
  const [bill, receipts, beyond] = await Promise.all([billFor(db, of), receiptsFor(db, of), heldFor(db, of)]);
  return { receipts, left: bill ? leftToPay(bill) : fee.total, beyond };
}
