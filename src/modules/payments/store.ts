// The SQL of bills and receipts; a bill's state is not kept, it is added up from its receipts.
import { type Selectable, sql } from 'kysely';
import type { PaymentsBill, PaymentsReceipt } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type Bill, type BillSubject, billState, Lines, PayeeJson } from './bill.ts';
import type { Receipt } from './receipt.ts';

interface BillSums {
  received: number;
  exempted: number;
  last_at: Temporal.Instant | null;
}

type BillRow = Selectable<PaymentsBill> & BillSums;

function billOf(row: BillRow): Bill {
  const { amount, received, exempted } = row;
  const state = billState({ amount, received, exempted, cancelled: row.cancelled_at !== null });
  return {
    id: row.id,
    kind: row.kind,
    refId: row.ref_id,
    amount,
    lines: Lines.parse(row.lines),
    transfer: row.reference === null ? null : { reference: row.reference, payee: PayeeJson.parse(row.payee) },
    state,
    received,
    exempted,
    createdAt: row.created_at,
    settledAt: state === 'paid' || state === 'exempt' ? row.last_at : null,
  };
}

const RECEIVED = sql<number>`coalesce(sum(amount) filter (where kind <> 'exemption'), 0)::bigint`;
const EXEMPTED = sql<number>`coalesce(sum(amount) filter (where kind = 'exemption'), 0)::bigint`;
const LAST_AT = sql<Temporal.Instant | null>`max(at)`;

function bills(db: Db | Tx) {
  return db
    .selectFrom('payments.bill as b')
    .leftJoinLateral(
      (e) =>
        e
          .selectFrom('payments.receipt')
          .select([RECEIVED.as('received'), EXEMPTED.as('exempted'), LAST_AT.as('last_at')])
          .whereRef('bill_id', '=', 'b.id')
          .as('r'),
      (join) => join.onTrue(),
    )
    .selectAll('b')
    .select((e) => [
      e.ref('r.received').$castTo<number>().as('received'),
      e.ref('r.exempted').$castTo<number>().as('exempted'),
      'r.last_at',
    ]);
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
      reference: bill.transfer?.reference ?? null,
      amount: bill.amount,
      lines: JSON.stringify(bill.lines),
      payee: bill.transfer ? JSON.stringify(bill.transfer.payee) : null,
      created_at: bill.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['kind', 'ref_id']).doNothing())
    .executeTakeFirst();
  return Number(done.numInsertedOrUpdatedRows) === 1;
}

/** The bill of a thing. */
export async function findBill(db: Db | Tx, { kind, refId }: BillSubject): Promise<Bill | null> {
  const row = await bills(db).where('kind', '=', kind).where('ref_id', '=', refId).executeTakeFirst();
  return row ? billOf(row) : null;
}

/** The bill whose reference a transfer names. */
export async function findBillByReference(db: Db | Tx, reference: string): Promise<Bill | null> {
  const row = await bills(db).where('reference', '=', reference).executeTakeFirst();
  return row ? billOf(row) : null;
}

/** The bill of a thing, locked until the transaction ends. */
export async function lockBill(tx: Tx, { kind, refId }: BillSubject): Promise<Bill | null> {
  const { rows } = await sql<{ id: string }>`
    select id from payments.bill where kind = ${kind} and ref_id = ${refId}::uuid for update`.execute(tx);
  return (await locked(tx, rows))[0] ?? null;
}

/** The bills behind references, locked until the transaction ends, always in the same order. */
export async function lockBillsByReference(tx: Tx, references: readonly string[]): Promise<Bill[]> {
  if (references.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id from payments.bill where reference = any(${[...references]}::text[]) order by id for update`.execute(
    tx,
  );
  return locked(tx, rows);
}

/** Added up in a statement of its own: only one begun under the lock sees the receipts that others wrote before. */
async function locked(tx: Tx, rows: readonly { id: string }[]): Promise<Bill[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const found = await bills(tx).where('b.id', 'in', ids).orderBy('b.id').execute();
  return found.map(billOf);
}

export async function setCancelled(tx: Tx, id: string, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('payments.bill').set({ cancelled_at: at }).where('id', '=', id).execute();
}

/** Writes a receipt; receipts are never changed. */
export async function insertReceipt(tx: Tx, receipt: Receipt): Promise<void> {
  const { id, kind, amount, at } = receipt;
  const base = { id, bill_id: receipt.billId, kind, amount, at };
  await tx
    .insertInto('payments.receipt')
    .values({ ...base, ...(await particulars(receipt)) })
    .execute();
}

function particulars(receipt: Receipt) {
  if (receipt.kind === 'transfer') return { notice_id: receipt.noticeId };
  if (receipt.kind === 'exemption')
    return {
      reason: receipt.reason,
      legal_basis: receipt.legalBasis,
      taker_id: receipt.by.personId,
      taker_name: receipt.by.name,
    };
  if (receipt.slip === null) throw new Error('cash is taken with a slip');
  const { number, payer, taker } = receipt.slip;
  return { number, payer_name: payer, taker_id: taker.personId, taker_name: taker.name };
}

/** The receipts of a thing, oldest first. */
export async function findReceipts(db: Db | Tx, { kind, refId }: BillSubject): Promise<Receipt[]> {
  const rows = await db
    .selectFrom('payments.receipt as r')
    .innerJoin('payments.bill as b', 'b.id', 'r.bill_id')
    .selectAll('r')
    .where('b.kind', '=', kind)
    .where('b.ref_id', '=', refId)
    .orderBy('r.at')
    .orderBy('r.id')
    .execute();
  return rows.map(receiptOf);
}

function receiptOf(row: Selectable<PaymentsReceipt>): Receipt {
  const base = { id: row.id, billId: row.bill_id, amount: row.amount, at: row.at };
  if (row.kind === 'transfer') return { ...base, kind: 'transfer', noticeId: row.notice_id };
  const taker = row.taker_id === null ? null : { personId: row.taker_id, name: row.taker_name };
  if (row.kind === 'cash') {
    const slip = row.number !== null && taker ? { number: row.number, payer: row.payer_name, taker } : null;
    return { ...base, kind: 'cash', slip };
  }
  if (row.kind !== 'exemption' || taker === null) throw new Error(`receipt ${row.id} is of no kind`);
  return { ...base, kind: 'exemption', reason: row.reason, legalBasis: row.legal_basis, by: taker };
}

/** The next number of a book in a year; given back when the act is rolled back, so that the book has no gap. */
export async function nextReceiptNumber(tx: Tx, book: string, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    insert into payments.receipt_number as n (book, year, last) values (${book}, ${year}, 1)
    on conflict (book, year) do update set last = n.last + 1 returning last`.execute(tx);
  return Number(rows[0]?.last);
}
