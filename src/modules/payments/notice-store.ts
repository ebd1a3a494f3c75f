// The SQL of what banks say: notices of transfers, and the money among them that settles nothing.
import { type Selectable, sql } from 'kysely';
import type { PaymentsNotice } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import type { BillSubject } from './bill.ts';
import type { Judgement, Outcome } from './judge.ts';

export type NoticeRow = Selectable<PaymentsNotice>;
export type NewNotice = Omit<NoticeRow, 'outcome' | 'bill_id' | 'surplus'>;

/** Keeps a notice as it came; one that was kept before stays as it is. */
export async function insertNotice(db: Db, notice: NewNotice): Promise<void> {
  await db
    .insertInto('payments.notice')
    .values({ ...notice, outcome: 'received' })
    .onConflict((conflict) => conflict.columns(['bank', 'transaction_id']).doNothing())
    .execute();
}

/** The notice, locked until the transaction ends. @throws Error when it was not kept */
export function lockNotice(tx: Tx, bank: string, transactionId: string): Promise<NoticeRow> {
  return tx
    .selectFrom('payments.notice')
    .selectAll()
    .where('bank', '=', bank)
    .where('transaction_id', '=', transactionId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** Keeps what became of a notice. */
export async function decideNotice(
  tx: Tx,
  id: string,
  billId: string | null,
  judgement: Judgement,
): Promise<void> {
  await tx
    .updateTable('payments.notice')
    .set({ outcome: judgement.outcome, bill_id: billId, surplus: judgement.surplus })
    .where('id', '=', id)
    .execute();
}

/** Notices kept but never decided on: the process ended in between. */
export function findWaiting(db: Db, before: Temporal.Instant) {
  return db
    .selectFrom('payments.notice')
    .select(['bank', 'transaction_id'])
    .where('outcome', '=', 'received')
    .where('received_at', '<=', before)
    .orderBy('received_at')
    .limit(100)
    .execute();
}

const SUSPENDED: readonly Outcome[] = ['paid-twice', 'late', 'wrong-account', 'unknown-reference', 'over'];

/** Of a transfer `n`, whole đồng that do not count for its bill: what was too much of it, or all of it. */
const BEYOND = sql<number>`case n.outcome when 'over' then n.surplus else n.amount end`;

/** Notices whose money waits for a person. */
export function findSuspended(db: Db) {
  return db
    .selectFrom('payments.notice as n')
    .leftJoin('payments.bill as b', 'b.id', 'n.bill_id')
    .select([
      'n.id',
      'n.bank',
      'n.transaction_id',
      'n.outcome',
      'n.account',
      'n.content',
      'n.at',
      'b.reference',
    ])
    .select(BEYOND.as('amount'))
    .where((e) =>
      e.or([
        e('n.outcome', 'in', SUSPENDED),
        // Parts of a bill that was then cancelled are to be given back.
        e.and([e('n.outcome', '=', 'short'), e('b.cancelled_at', 'is not', null)]),
      ]),
    )
    .orderBy('n.received_at')
    .orderBy('n.id')
    .execute();
}

/** Transfers of a bill whose money, or a part of it, lies with its payee and does not count for it; oldest first. */
export function findHeld(db: Db | Tx, { kind, refId }: BillSubject) {
  return db
    .selectFrom('payments.notice as n')
    .innerJoin('payments.bill as b', 'b.id', 'n.bill_id')
    .select(['n.id', 'n.at', 'n.content'])
    .select(BEYOND.as('amount'))
    .where('b.kind', '=', kind)
    .where('b.ref_id', '=', refId)
    .where('n.outcome', 'in', ['over', 'paid-twice', 'late'])
    .orderBy('n.received_at')
    .orderBy('n.id')
    .execute();
}

/** When the bank last told us of a transfer; null when it never did. */
export async function lastNoticeAt(db: Db): Promise<Temporal.Instant | null> {
  const last = await db
    .selectFrom('payments.notice')
    .select('received_at')
    .orderBy('received_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.received_at ?? null;
}
