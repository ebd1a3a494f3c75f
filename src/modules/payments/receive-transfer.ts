// A bank says that money moved. What it said is kept first, whatever comes after; then one transaction decides.
import { type Actor, act, type Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { findPaymentReferences } from '../../rules/fees/payment-reference.ts';
import { ok, type Result } from '../../rules/kernel/index.ts';
import type { Bill, TransferBill } from './bill.ts';
import { announceReceipt, BillFact, billStream, TransferFact, transferStream } from './facts.ts';
import { type Judgement, judge, type Outcome } from './judge.ts';
import { decideNotice, findWaiting, insertNotice, lockNotice, type NoticeRow } from './notice-store.ts';
import type { BankTransfer } from './ports.ts';
import type { TransferReceipt } from './receipt.ts';
import { insertReceipt, lockBillsByReference } from './store.ts';

export interface TransferInput {
  readonly transfer: BankTransfer;
  /** The notice exactly as it came. */
  readonly raw: string;
}

export interface Received {
  readonly outcome: Outcome;
  /** This transaction had been told and decided before; nothing changed. */
  readonly repeated: boolean;
  /** A repetition that says something else than the first time did: for the log, the first one counts. */
  readonly differs: boolean;
}

const BANK: Actor = { kind: 'system', personId: null, name: 'Ngân hàng' };

/**
 * Takes a verified notice of a transfer. When it resolves, the notice and its outcome are committed.
 * Told again with the same `(bank, transactionId)` it answers the same and changes nothing.
 */
export async function receiveTransfer(
  db: Db,
  now: Temporal.Instant,
  { transfer, raw }: TransferInput,
): Promise<Result<Received>> {
  await insertNotice(db, {
    id: newId(),
    bank: transfer.bank,
    transaction_id: transfer.transactionId,
    raw,
    bank_name: transfer.bankName,
    account: transfer.account,
    amount: transfer.amount,
    content: transfer.content,
    direction: transfer.direction,
    at: transfer.at,
    received_at: now,
  });
  return decide(db, now, transfer.bank, transfer.transactionId, raw);
}

/** Decides on notices that were kept but not decided before the process ended. @returns how many */
export async function decideWaiting(db: Db, now: Temporal.Instant): Promise<number> {
  const waiting = await findWaiting(db, now);
  for (const { bank, transaction_id } of waiting) await decide(db, now, bank, transaction_id);
  return waiting.length;
}

function decide(
  db: Db,
  now: Temporal.Instant,
  bank: string,
  transactionId: string,
  raw?: string,
): Promise<Result<Received>> {
  return act<Received>({ db, actor: BANK, now }, async (ctx): Promise<Result<Received>> => {
    const notice = await lockNotice(ctx.tx, bank, transactionId);
    if (notice.outcome !== 'received') {
      const outcome = notice.outcome as Outcome;
      return ok({ outcome, repeated: true, differs: raw !== undefined && raw !== notice.raw });
    }
    const bill = await billNamedIn(ctx, notice);
    const direction = notice.direction === 'out' ? 'out' : 'in';
    const judgement = judge({ ...notice, bankName: notice.bank_name, direction }, bill);
    const named = judgement.outcome === 'outgoing' ? null : bill;
    await decideNotice(ctx.tx, notice.id, named?.id ?? null, judgement);
    if (named) await count(ctx, named, notice, judgement);
    else announceApart(ctx, notice, judgement.outcome);
    return ok({ outcome: judgement.outcome, repeated: false, differs: false });
  });
}

/** A text that names several of our bills is for a person to read. */
async function billNamedIn(ctx: Ctx, notice: NoticeRow): Promise<TransferBill | null> {
  const bills = await lockBillsByReference(ctx.tx, findPaymentReferences(notice.content));
  const [bill] = bills;
  return bills.length === 1 && bill?.transfer ? { ...bill, transfer: bill.transfer } : null;
}

async function count(ctx: Ctx, bill: Bill, notice: NoticeRow, judgement: Judgement): Promise<void> {
  const { outcome, counts, surplus } = judgement;
  if (counts === 0) {
    // What went to another account does not lie with the payee: nobody is told to fetch it there.
    const beyond = outcome === 'wrong-account' ? 0 : notice.amount;
    const data = { kind: bill.kind, refId: bill.refId, noticeId: notice.id, outcome, beyond };
    ctx.announce({ stream: billStream(bill.id), name: BillFact.TransferSuspended, data });
    return;
  }
  const receipt: TransferReceipt = {
    id: newId(),
    billId: bill.id,
    kind: 'transfer',
    amount: counts,
    at: ctx.now,
    noticeId: notice.id,
  };
  await insertReceipt(ctx.tx, receipt);
  announceReceipt(ctx, bill, receipt, { noticeId: notice.id, surplus });
}

function announceApart(ctx: Ctx, notice: NoticeRow, outcome: Outcome): void {
  const name = outcome === 'outgoing' ? TransferFact.Ignored : TransferFact.Suspended;
  ctx.announce({ stream: transferStream(notice.id), name, data: { outcome } });
}
