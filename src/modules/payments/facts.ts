// The facts of bills and of transfers that found none. Ids and amounts, no names.
import type { Ctx } from '../../platform/act.ts';
import { type Bill, type BillState, billState } from './bill.ts';
import type { Receipt } from './receipt.ts';

export const BillFact = {
  Created: 'bill.created',
  /** A receipt for a part; the bill stays open. */
  PartPaid: 'bill.part-paid',
  /** The receipt that settled it. */
  Paid: 'bill.paid',
  /** A receipt that forgives what was left. */
  Exempted: 'bill.exempted',
  Cancelled: 'bill.cancelled',
  /** Money for this bill that does not count for it: a person must look. `beyond`: whole đồng of it that its payee has to give back. */
  TransferSuspended: 'bill.transfer-suspended',
} as const;

export const TransferFact = {
  Suspended: 'transfer.suspended',
  Ignored: 'transfer.ignored',
} as const;

export const billStream = (id: string) => `bill:${id}`;
export const transferStream = (noticeId: string) => `transfer:${noticeId}`;

/**
 * Announces the one fact of a receipt, by what the bill has come to with it.
 * @param before the bill as it was without the receipt
 */
export function announceReceipt(
  ctx: Ctx,
  before: Bill,
  receipt: Receipt,
  more: Readonly<Record<string, unknown>> = {},
): void {
  const forgiven = receipt.kind === 'exemption' ? receipt.amount : 0;
  const received = before.received + receipt.amount - forgiven;
  const sums = { amount: before.amount, received, exempted: before.exempted + forgiven, cancelled: false };
  const { kind, refId, amount } = before;
  ctx.announce({
    stream: billStream(before.id),
    name: FACT_OF[billState(sums)],
    data: { kind, refId, receiptId: receipt.id, by: receipt.kind, amount, received, ...more },
  });
}

const FACT_OF: Readonly<Record<BillState, string>> = {
  due: BillFact.PartPaid,
  partly: BillFact.PartPaid,
  paid: BillFact.Paid,
  exempt: BillFact.Exempted,
  cancelled: BillFact.Cancelled,
};
