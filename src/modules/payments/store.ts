// All SQL of the payments module.
import { type Selectable, sql } from 'kysely';
import type { PaymentsBill, PaymentsNotice } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type Bill, type BillState, Lines, PayeeJson } from './bill.ts';
import type { Judgement, Outcome } from './judge.ts';

export type NoticeRow = Selectable<PaymentsNotice>;

function billOf(row: Selectable<PaymentsBill>): Bill {
  return {
    id: row.id,
    kind: row.kind,
    refId: row.ref_id,
    reference: row.reference,
    amount: row.amount,
    lines: Lines.parse(row.lines),
    payee: PayeeJson.parse(row.payee),
    state: row.state as BillState,
    received: row.received,
    createdAt: row.created_at,
    paidAt: row.paid_at,
  };
}

/** Never given twice, also when the act is rolled back. */
export async function nextReferenceNumber(tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select nextval('payments.reference_number') as n`.execute(tx);
  return Number(rows[0]?.n);
}

/** @returns false when this `{kind, refId}` has a bill already */
export async function insertBill(tx: Tx, bill: Bill): Promise<boolean> {
  const done = await tx
    .insertInto('payments.bill')
    .values({
      id: bill.id,
      kind: bill.kind,
      ref_id: bill.refId,
      reference: bill.reference,
      amount: bill.amount,
      lines: JSON.stringify(bill.lines),
      payee: JSON.stringify(bill.payee),
      state: bill.state,
      created_at: bill.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'ref_id']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

/** The bill of a thing. */
export async function findBill(db: Db | Tx, kind: string, refId: string): Promise<Bill | null> {
  const row = await db
    .selectFrom('payments.bill')
    .selectAll()
    .where('kind', '=', kind)
    .where('ref_id', '=', refId)
    .executeTakeFirst();
  return row ? billOf(row) : null;
}

/** The bill whose reference a transfer names. */
export async function findBillByReference(db: Db | Tx, reference: string): Promise<Bill | null> {
  const row = await db
    .selectFrom('payments.bill')
    .selectAll()
    .where('reference', '=', reference)
    .executeTakeFirst();
  return row ? billOf(row) : null;
}

/** The bills behind references, locked until the transaction ends, always in the same order. */
export async function lockBills(tx: Tx, references: readonly string[]): Promise<Bill[]> {
  if (references.length === 0) return [];
  const rows = await tx
    .selectFrom('payments.bill')
    .selectAll()
    .where('reference', 'in', references)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(billOf);
}

/** Writes what is named and leaves the rest; amounts in whole đồng. */
export async function changeBill(
  tx: Tx,
  id: string,
  change: { state?: BillState; received?: number; paidAt?: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('payments.bill')
    .set({
      ...(change.state === undefined ? {} : { state: change.state }),
      ...(change.received === undefined ? {} : { received: change.received }),
      ...(change.paidAt === undefined ? {} : { paid_at: change.paidAt }),
    })
    .where('id', '=', id)
    .execute();
}

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
    .select((e) =>
      e
        .case()
        .when('n.outcome', '=', 'over')
        .then(e.ref('n.surplus'))
        .else(e.ref('n.amount'))
        .end()
        .as('amount'),
    )
    .where((e) =>
      e.or([
        e('n.outcome', 'in', SUSPENDED),
        // Parts of a bill that was then cancelled are to be given back.
        e.and([e('n.outcome', '=', 'short'), e('b.state', '=', 'cancelled')]),
      ]),
    )
    .orderBy('n.received_at')
    .orderBy('n.id')
    .execute();
}

/** Money of a bill that lies with its payee and does not count for it. */
export async function sumHeld(db: Db, billId: string): Promise<number> {
  const row = await db
    .selectFrom('payments.notice')
    .select((e) =>
      e.fn
        .sum<number>(e.case().when('outcome', '=', 'over').then(e.ref('surplus')).else(e.ref('amount')).end())
        .as('held'),
    )
    .where('bill_id', '=', billId)
    .where('outcome', 'in', ['over', 'paid-twice', 'late'])
    .executeTakeFirst();
  return Number(row?.held ?? 0);
}
