// Bills and bank notices on a real database: each outcome, each repetition, each race.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { act, type Ctx, SYSTEM } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { verifyJournal } from '../../platform/journal.ts';
import { decodeVietQr } from '../../rules/fees/vietqr.ts';
import type { Result } from '../../rules/kernel/index.ts';
import {
  answerInquiry,
  type BankTransfer,
  type Bill,
  billFor,
  cancelBill,
  createBill,
  decideWaiting,
  heldBeyond,
  listSuspense,
  payloadOf,
  receiptsFor,
  receiveTransfer,
} from './index.ts';
import { insertNotice } from './notice-store.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const payee = { bin: '970436', account: '1022663140', holder: 'UBND XA LUONG PHONG' };
const line = { name: 'Lệ phí', quantity: 1, unitAmount: 15_000, amount: 15_000, basis: 'TT 226/2016/TT-BTC' };
let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

async function inAct<T>(work: (ctx: Ctx) => Promise<Result<T>>): Promise<T> {
  const result = await act({ db: test.db, actor: SYSTEM, now }, work);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
}

const newBill = (refId: string = newId()) =>
  inAct((ctx) => createBill(ctx, { kind: 'dossier-fee', refId, amount: 15_000, lines: [line], payee }));
const reload = async (bill: Bill) => (await billFor(test.db, bill)) as Bill;

const referenceOf = (bill: Bill) => bill.transfer?.reference ?? '';

let serial = 0;
function transfer(bill: Bill | null, change: Partial<BankTransfer> = {}): BankTransfer {
  serial += 1;
  return {
    bank: 'sepay',
    transactionId: `t${serial}`,
    bankName: 'Vietcombank',
    account: payee.account,
    amount: 15_000,
    content: `MBVCB.5551234.${bill?.transfer?.reference ?? 'tien an trua'}.CT tu 0011`,
    at: now,
    direction: 'in',
    ...change,
  };
}

const tell = async (told: BankTransfer, raw = JSON.stringify(told)) => {
  const result = await receiveTransfer(test.db, now, { transfer: told, raw });
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const noticeOf = (told: BankTransfer) =>
  test.db
    .selectFrom('payments.notice')
    .selectAll()
    .where('transaction_id', '=', told.transactionId)
    .executeTakeFirstOrThrow();
const factsOn = async (stream: string) =>
  (
    await test.db
      .selectFrom('journal.fact')
      .select(['name', 'body'])
      .where('stream', '=', stream)
      .orderBy('seq')
      .execute()
  ).map((row) => ({
    name: row.name,
    data: JSON.parse(row.body).data,
  }));
const suspended = async (told: BankTransfer) =>
  (await listSuspense(test.db)).find((one) => one.transactionId === told.transactionId);

describe('a bill', () => {
  it('is one for one thing, also when asked for ten times at once', async () => {
    const refId = newId();
    const bills = await Promise.all(Array.from({ length: 10 }, () => newBill(refId)));
    expect(new Set(bills.map((bill) => bill.id)).size).toBe(1);
    expect(await factsOn(`bill:${bills[0]?.id}`)).toEqual([
      { name: 'bill.created', data: { kind: 'dossier-fee', refId, amount: 15_000 } },
    ]);
  });

  it('asks by VietQR for its amount, to its account, under its reference', async () => {
    const bill = await newBill();
    expect(decodeVietQr(payloadOf(bill) as string)).toEqual({
      bin: '970436',
      account: '1022663140',
      service: 'QRIBFTTA',
      amount: 15_000,
      purpose: referenceOf(bill),
    });
  });

  it('is never made for a free thing', async () => {
    const made = await act({ db: test.db, actor: SYSTEM, now }, (ctx) =>
      createBill(ctx, { kind: 'dossier-fee', refId: newId(), amount: 0, lines: [], payee }),
    );
    expect(made).toMatchObject({ ok: false, refusal: { code: 'bill-free', status: 404 } });
  });

  it('is never made for an amount that its lines do not explain', async () => {
    const input = { kind: 'dossier-fee', refId: newId(), amount: 15_001, lines: [line], payee } as const;
    await expect(inAct((ctx) => createBill(ctx, input))).rejects.toThrow(RangeError);
  });

  it('vanishes with the act that made it when that is rolled back', async () => {
    const refId = newId();
    const failing = act({ db: test.db, actor: SYSTEM, now }, async (ctx) => {
      await createBill(ctx, { kind: 'dossier-fee', refId, amount: 15_000, lines: [line], payee });
      throw new Error('later in the act');
    });
    await expect(failing).rejects.toThrow('later in the act');
    expect(await billFor(test.db, { kind: 'dossier-fee', refId })).toBeNull();
  });
});

describe('a notice of a transfer', () => {
  it('settles the bill and wakes whoever waits for it', async () => {
    const bill = await newBill();
    const told = transfer(bill);
    expect(await tell(told)).toEqual({ outcome: 'settled', repeated: false, differs: false });
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000, settledAt: now });
    const { id } = await noticeOf(told);
    const [receipt, ...others] = await receiptsFor(test.db, bill);
    expect(others).toEqual([]);
    expect(receipt).toMatchObject({ kind: 'transfer', amount: 15_000, at: now, noticeId: id });
    expect((await factsOn(`bill:${bill.id}`)).at(-1)).toEqual({
      name: 'bill.paid',
      data: {
        kind: 'dossier-fee',
        refId: bill.refId,
        receiptId: receipt?.id,
        by: 'transfer',
        amount: 15_000,
        received: 15_000,
        noticeId: id,
        surplus: 0,
      },
    });
    expect(payloadOf(await reload(bill))).toBeNull();
    expect(await suspended(told)).toBeUndefined();
  });

  it('told again changes nothing and is answered alike; a different text under the same id is noticed', async () => {
    const bill = await newBill();
    const told = transfer(bill);
    await tell(told);
    expect(await tell(told)).toEqual({ outcome: 'settled', repeated: true, differs: false });
    expect(await tell({ ...told, amount: 1 })).toEqual({ outcome: 'settled', repeated: true, differs: true });
    expect(await reload(bill)).toMatchObject({ received: 15_000 });
    expect((await factsOn(`bill:${bill.id}`)).map((fact) => fact.name)).toEqual([
      'bill.created',
      'bill.paid',
    ]);
  });

  it('posted ten times at once counts once', async () => {
    const bill = await newBill();
    const told = transfer(bill, { amount: 5_000 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => tell(told)));
    expect(answers.filter((one) => !one.repeated)).toHaveLength(1);
    expect(new Set(answers.map((one) => one.outcome))).toEqual(new Set(['short']));
    expect(await reload(bill)).toMatchObject({ state: 'partly', received: 5_000 });
  });

  it('of the same id at another bank is another transfer', async () => {
    const bill = await newBill();
    const told = transfer(bill, { amount: 5_000 });
    await tell(told);
    expect(await tell({ ...told, bank: 'other' })).toMatchObject({ outcome: 'short', repeated: false });
    expect(await reload(bill)).toMatchObject({ received: 10_000 });
  });

  it('and another at the same moment: one settles, the other is money paid twice', async () => {
    const bill = await newBill();
    const both = [transfer(bill), transfer(bill)] as const;
    const outcomes = (await Promise.all(both.map((told) => tell(told)))).map((one) => one.outcome);
    expect(outcomes.sort()).toEqual(['paid-twice', 'settled']);
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
    const aside = (await Promise.all(both.map(suspended))).filter(Boolean);
    expect(aside).toMatchObject([{ outcome: 'paid-twice', amount: 15_000, reference: referenceOf(bill) }]);
  });

  it('that is short leaves the bill open for the rest; the rest settles it', async () => {
    const bill = await newBill();
    expect(await tell(transfer(bill, { amount: 9_000 }))).toMatchObject({ outcome: 'short' });
    const open = await reload(bill);
    expect(open).toMatchObject({ state: 'partly', received: 9_000 });
    expect(decodeVietQr(payloadOf(open) as string).amount).toBe(6_000);
    expect(await tell(transfer(bill, { amount: 6_000 }))).toMatchObject({ outcome: 'settled' });
    expect((await factsOn(`bill:${bill.id}`)).map((fact) => fact.name)).toEqual([
      'bill.created',
      'bill.part-paid',
      'bill.paid',
    ]);
  });

  it('in many parts at once loses none', async () => {
    const bill = await newBill();
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => tell(transfer(bill, { amount: 1_500 }))),
    );
    expect(outcomes.filter((one) => one.outcome === 'short')).toHaveLength(9);
    expect(outcomes.filter((one) => one.outcome === 'settled')).toHaveLength(1);
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
  });

  it('that is over settles the bill; only what is too much waits for a person', async () => {
    const bill = await newBill();
    const told = transfer(bill, { amount: 20_000 });
    expect(await tell(told)).toMatchObject({ outcome: 'over' });
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
    expect(await suspended(told)).toMatchObject({
      outcome: 'over',
      amount: 5_000,
      reference: referenceOf(bill),
    });
    expect(await heldBeyond(test.db, await reload(bill))).toBe(5_000);
  });

  it('to another account leaves the bill open and is kept apart', async () => {
    const bill = await newBill();
    const told = transfer(bill, { account: '19001001' });
    expect(await tell(told)).toMatchObject({ outcome: 'wrong-account' });
    expect(await reload(bill)).toMatchObject({ state: 'due', received: 0 });
    expect(await suspended(told)).toMatchObject({
      outcome: 'wrong-account',
      amount: 15_000,
      account: '19001001',
    });
    expect((await factsOn(`bill:${bill.id}`)).at(-1)).toMatchObject({
      name: 'bill.transfer-suspended',
      data: { outcome: 'wrong-account' },
    });
  });

  it('that names no bill, or a bill with a mistyped digit, is kept apart', async () => {
    const bill = await newBill();
    const digit = (Number(referenceOf(bill).at(-1)) + 1) % 10;
    for (const content of ['tien an trua', `${referenceOf(bill).slice(0, -1)}${digit}`]) {
      const told = transfer(bill, { content });
      expect(await tell(told)).toMatchObject({ outcome: 'unknown-reference' });
      expect(await suspended(told)).toMatchObject({ reference: null, content });
      const { id } = await noticeOf(told);
      expect(await factsOn(`transfer:${id}`)).toEqual([
        { name: 'transfer.suspended', data: { outcome: 'unknown-reference' } },
      ]);
    }
  });

  it('that names two bills is for a person to read', async () => {
    const [one, two] = [await newBill(), await newBill()];
    const told = transfer(null, { content: `${referenceOf(one)} ${referenceOf(two)}`, amount: 30_000 });
    expect(await tell(told)).toMatchObject({ outcome: 'unknown-reference' });
    expect(await reload(one)).toMatchObject({ received: 0 });
  });

  it('finds its bill however the banks mangled the text', async () => {
    const bill = await newBill();
    const spaced = referenceOf(bill)
      .toLowerCase()
      .replace(/(.{4})/gu, '$1 ');
    expect(await tell(transfer(null, { content: `IBFT ${spaced}-GD 2611/xx` }))).toMatchObject({
      outcome: 'settled',
    });
  });

  it('for a cancelled bill is late, and what had come before is to be given back too', async () => {
    const bill = await newBill();
    const part = transfer(bill, { amount: 5_000 });
    await tell(part);
    expect(await suspended(part)).toBeUndefined();
    expect(await inAct((ctx) => cancelBill(ctx, { kind: bill.kind, refId: bill.refId }))).toBe(true);
    expect(await inAct((ctx) => cancelBill(ctx, { kind: bill.kind, refId: bill.refId }))).toBe(false);
    const told = transfer(bill);
    expect(await tell(told)).toMatchObject({ outcome: 'late' });
    expect(await reload(bill)).toMatchObject({ state: 'cancelled', received: 5_000 });
    expect(await suspended(told)).toMatchObject({ outcome: 'late', amount: 15_000 });
    expect(await suspended(part)).toMatchObject({ outcome: 'short', amount: 5_000 });
  });

  it('of money that left is kept and settles nothing', async () => {
    const bill = await newBill();
    const told = transfer(bill, { direction: 'out' });
    expect(await tell(told)).toMatchObject({ outcome: 'outgoing' });
    expect(await reload(bill)).toMatchObject({ state: 'due', received: 0 });
    expect(await suspended(told)).toBeUndefined();
    expect(await noticeOf(told)).toMatchObject({ outcome: 'outgoing', raw: JSON.stringify(told) });
  });

  it('is kept as it came even when deciding fails, and is decided later', async () => {
    const bill = await newBill();
    const told = transfer(bill);
    await test.db
      .updateTable('payments.bill')
      .set({ lines: '"unreadable"' })
      .where('id', '=', bill.id)
      .execute();
    await expect(tell(told, 'exactly this')).rejects.toThrow();
    expect(await noticeOf(told)).toMatchObject({ raw: 'exactly this', outcome: 'received' });
    await test.db
      .updateTable('payments.bill')
      .set({ lines: JSON.stringify([line]) })
      .where('id', '=', bill.id)
      .execute();
    expect(await decideWaiting(test.db, now)).toBe(1);
    expect(await noticeOf(told)).toMatchObject({ outcome: 'settled' });
    expect(await reload(bill)).toMatchObject({ state: 'paid' });
    expect(await tell(told, 'exactly this')).toMatchObject({ outcome: 'settled', repeated: true });
    expect(await decideWaiting(test.db, now)).toBe(0);
  });

  it('left undecided by a dead process is decided once, though two look after it and the bank repeats it', async () => {
    const bill = await newBill();
    const told = transfer(bill, { amount: 5_000 });
    const { transactionId, bankName, ...rest } = told;
    await insertNotice(test.db, {
      ...rest,
      id: newId(),
      transaction_id: transactionId,
      bank_name: bankName,
      raw: '{}',
      received_at: now,
    });
    await Promise.all([decideWaiting(test.db, now), decideWaiting(test.db, now), tell(told)]);
    expect(await reload(bill)).toMatchObject({ received: 5_000 });
  });
});

describe('a bank that asks', () => {
  it('is told what is still to pay, and that a bill is paid', async () => {
    const bill = await newBill();
    await tell(transfer(bill, { amount: 5_000 }));
    const answer = {
      ref: referenceOf(bill),
      bin: '970436',
      account: '1022663140',
      holder: 'UBND XA LUONG PHONG',
      purpose: referenceOf(bill),
    };
    expect(await answerInquiry(test.db, referenceOf(bill))).toEqual({
      ...answer,
      amount: 10_000,
      status: 'open',
    });
    await tell(transfer(bill, { amount: 10_000 }));
    expect(await answerInquiry(test.db, referenceOf(bill))).toEqual({
      ...answer,
      amount: 15_000,
      status: 'paid',
    });
    expect(await answerInquiry(test.db, 'DVC000000000000')).toBeNull();
  });
});

it('leaves a journal that holds together', async () => {
  const [one, two] = await Promise.all([newBill(), newBill()]);
  await Promise.all([tell(transfer(one)), tell(transfer(two)), tell(transfer(one))]);
  expect((await verifyJournal(test.db)).firstBreak).toBeNull();
});
