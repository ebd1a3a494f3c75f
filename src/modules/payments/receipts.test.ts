// Cash and exemptions: who gave what to whom and why; two at once; cash and a transfer that cross; receipts that nobody changes.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { type Actor, act, type Ctx, SYSTEM } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';
import { verifyJournal } from '../../platform/journal.ts';
import type { Result } from '../../rules/kernel/index.ts';
import {
  type Bill,
  billFor,
  type CashInput,
  cancelBill,
  createBill,
  exempt,
  heldBeyond,
  listSuspense,
  payloadOf,
  receiptsFor,
  receiveCash,
  receiveTransfer,
} from './index.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const payee = { bin: '970436', account: '1022663140', holder: 'UBND XA LUONG PHONG' };
const line = { name: 'Lệ phí', quantity: 1, unitAmount: 15_000, amount: 15_000, basis: 'TT 226/2016/TT-BTC' };
const official = (name: string): Actor => ({ kind: 'official', personId: newId(), name });
const binh = official('Trần Thị Bình');
const lan = official('Lê Thị Lan');

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

const as = <T>(actor: Actor, work: (ctx: Ctx) => Promise<Result<T>>, at = now) =>
  act({ db: test.db, actor, now: at }, work);

async function newBill(transfer = true): Promise<Bill> {
  const input = {
    kind: 'dossier-fee',
    refId: newId(),
    amount: 15_000,
    lines: [line],
    payee: transfer ? payee : null,
  };
  const made = await as(SYSTEM, (ctx) => createBill(ctx, input));
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const reload = async (bill: Bill) => (await billFor(test.db, bill)) as Bill;
const cash = (bill: Bill, change: Partial<CashInput> = {}): CashInput => ({
  kind: bill.kind,
  refId: bill.refId,
  payer: 'Nguyễn Văn An',
  amount: 15_000,
  book: 'H05.001',
  ...change,
});
const take = (bill: Bill, change: Partial<CashInput> = {}, actor = binh, at = now) =>
  as(actor, (ctx) => receiveCash(ctx, cash(bill, change)), at);
const forgive = (bill: Bill, change = {}, actor = binh) =>
  as(actor, (ctx) =>
    exempt(ctx, {
      kind: bill.kind,
      refId: bill.refId,
      reason: 'Người nộp thuộc hộ nghèo, có giấy chứng nhận.',
      legalBasis: 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13',
      ...change,
    }),
  );
const transferTo = (bill: Bill, amount = 15_000) =>
  receiveTransfer(test.db, now, {
    transfer: {
      bank: 'sepay',
      transactionId: newId(),
      bankName: 'Vietcombank',
      account: payee.account,
      amount,
      content: bill.transfer?.reference ?? 'khong ro',
      at: now,
      direction: 'in',
    },
    raw: '{}',
  });
const lastFact = async (bill: Bill) => {
  const row = await test.db
    .selectFrom('journal.fact')
    .select(['name', 'body'])
    .where('stream', '=', `bill:${bill.id}`)
    .orderBy('seq', 'desc')
    .executeTakeFirstOrThrow();
  return { name: row.name, body: row.body };
};

describe('cash', () => {
  it('settles a bill: payer, amount, taker, time and a number in the book are kept', async () => {
    const bill = await newBill();
    const taken = await take(bill, { payer: '  Nguyễn  Thị Hoa ' });
    if (!taken.ok) throw new Error(taken.refusal.code);
    expect(taken.value).toMatchObject({
      kind: 'cash',
      amount: 15_000,
      at: now,
      slip: {
        number: expect.stringMatching(/^PT-H05\.001-2026-\d{5}$/u),
        payer: 'Nguyễn Thị Hoa',
        taker: { personId: binh.personId, name: 'Trần Thị Bình' },
      },
    });
    expect(await receiptsFor(test.db, bill)).toEqual([taken.value]);
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000, settledAt: now });
    expect(payloadOf(await reload(bill))).toBeNull();
  });

  it('leaves a fact with ids and amounts and no name', async () => {
    const bill = await newBill();
    const taken = await take(bill);
    const { name, body } = await lastFact(bill);
    expect(name).toBe('bill.paid');
    expect(JSON.parse(body)).toMatchObject({
      actor: { kind: 'official', personId: binh.personId },
      data: { by: 'cash', receiptId: taken.ok && taken.value.id, amount: 15_000, received: 15_000 },
    });
    for (const name of ['Nguyễn', 'Bình']) expect(body).not.toContain(name);
  });

  it('is taken for a bill that no transfer can pay: no account, no reference', async () => {
    const bill = await newBill(false);
    expect(bill.transfer).toBeNull();
    expect(payloadOf(bill)).toBeNull();
    expect((await take(bill)).ok).toBe(true);
    expect(await reload(bill)).toMatchObject({ state: 'paid', transfer: null });
  });

  it('takes what a transfer left over, exactly', async () => {
    const bill = await newBill();
    await transferTo(bill, 9_000);
    expect(await take(bill)).toMatchObject({
      ok: false,
      refusal: { code: 'cash-amount-differs', params: { left: 6_000 } },
    });
    expect(await take(bill, { amount: 6_000 })).toMatchObject({ ok: true, value: { amount: 6_000 } });
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
  });

  it('needs a name of a payer that a receipt has room for', async () => {
    const bill = await newBill();
    expect(await take(bill, { payer: '   ' })).toMatchObject({
      ok: false,
      refusal: { code: 'payer-missing', field: 'payer', status: 422 },
    });
    // What cannot be a name: the money, typed into the box beside it.
    for (const payer of ['15.000', '15000 đ', '0912 345 678', '-', 'A'])
      expect(await take(bill, { payer })).toMatchObject({
        refusal: { code: 'payer-no-name', field: 'payer' },
      });
    expect(await take(bill, { payer: 'A'.repeat(121) })).toMatchObject({
      ok: false,
      refusal: { code: 'payer-too-long', params: { longest: 120 } },
    });
    expect(await receiptsFor(test.db, bill)).toEqual([]);
  });

  it('is not taken twice, nor for a bill that was cancelled', async () => {
    const [paid, gone] = [await newBill(), await newBill()];
    await take(paid);
    expect(await take(paid)).toMatchObject({ ok: false, refusal: { code: 'bill-settled' } });
    await as(SYSTEM, (ctx) => cancelBill(ctx, gone));
    expect(await take(gone)).toMatchObject({ ok: false, refusal: { code: 'bill-cancelled' } });
  });

  it('is numbered without a gap within an office and a year, also after one that was rolled back', async () => {
    const numberOf = async (book: string, at = now) => {
      const taken = await take(await newBill(), { book }, binh, at);
      return taken.ok ? taken.value.slip?.number : taken.refusal.code;
    };
    expect(await numberOf('H05.900')).toBe('PT-H05.900-2026-00001');
    const failing = as(binh, async (ctx) => {
      await receiveCash(ctx, cash(await newBill(), { book: 'H05.900' }));
      throw new Error('later in the act');
    });
    await expect(failing).rejects.toThrow('later in the act');
    expect(await numberOf('H05.900')).toBe('PT-H05.900-2026-00002');
    expect(await numberOf('H05.901')).toBe('PT-H05.901-2026-00001');
    // 00:30 on 1 January in Vietnam is still the old year in UTC.
    expect(await numberOf('H05.900', Temporal.Instant.from('2026-12-31T17:30:00Z'))).toBe(
      'PT-H05.900-2027-00001',
    );
    const many = await Promise.all(Array.from({ length: 8 }, () => numberOf('H05.902')));
    expect([...many].sort()).toEqual(
      Array.from({ length: 8 }, (_, index) => `PT-H05.902-2026-0000${index + 1}`),
    );
  });
});

describe('at the same moment', () => {
  it('two clerks take cash: one receipt and one refusal', async () => {
    for (let round = 0; round < 5; round += 1) {
      const bill = await newBill();
      const both = await Promise.all([take(bill), take(bill, { payer: 'Nguyễn Thị Hoa' }, lan)]);
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      expect(both.find((one) => !one.ok)).toMatchObject({ refusal: { code: 'bill-settled' } });
      expect(await receiptsFor(test.db, bill)).toHaveLength(1);
      expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
    }
  });

  it('cash and a transfer cross: the fee is counted once; a transfer that came second is held beyond it', async () => {
    for (let round = 0; round < 8; round += 1) {
      const bill = await newBill();
      const [taken, sent] = await Promise.all([take(bill), transferTo(bill)]);
      if (!sent.ok) throw new Error(sent.refusal.code);
      expect(await receiptsFor(test.db, bill)).toHaveLength(1);
      expect(await reload(bill)).toMatchObject({ state: 'paid', received: 15_000 });
      if (taken.ok) {
        expect(sent.value.outcome).toBe('paid-twice');
        expect(await heldBeyond(test.db, bill)).toBe(15_000);
      } else {
        expect(taken.refusal.code).toBe('bill-settled');
        expect(sent.value.outcome).toBe('settled');
        expect(await heldBeyond(test.db, bill)).toBe(0);
      }
    }
  });

  it('a transfer after the cash is held beyond and waits for a person', async () => {
    const bill = await newBill();
    await take(bill);
    expect(await transferTo(bill)).toMatchObject({ value: { outcome: 'paid-twice' } });
    expect(await heldBeyond(test.db, bill)).toBe(15_000);
    expect(
      (await listSuspense(test.db)).filter((one) => one.reference === bill.transfer?.reference),
    ).toMatchObject([{ outcome: 'paid-twice', amount: 15_000 }]);
  });

  it('a part by transfer and the whole in cash cross: no đồng is counted twice', async () => {
    const bill = await newBill();
    const [taken, sent] = await Promise.all([take(bill), transferTo(bill, 5_000)]);
    if (!sent.ok) throw new Error(sent.refusal.code);
    const { received, state } = await reload(bill);
    if (taken.ok) expect([received, state, sent.value.outcome]).toEqual([15_000, 'paid', 'paid-twice']);
    else expect([received, state, taken.refusal.code]).toEqual([5_000, 'partly', 'cash-amount-differs']);
  });

  it('cash and an exemption cross: one of them stands', async () => {
    const bill = await newBill();
    const both = await Promise.all([take(bill), forgive(bill, {}, lan)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(await receiptsFor(test.db, bill)).toHaveLength(1);
  });
});

describe('an exemption', () => {
  it('forgives what is left, with its reason, its legal basis and who granted it', async () => {
    const bill = await newBill(false);
    const granted = await forgive(bill);
    expect(granted).toMatchObject({
      ok: true,
      value: {
        kind: 'exemption',
        amount: 15_000,
        reason: 'Người nộp thuộc hộ nghèo, có giấy chứng nhận.',
        legalBasis: 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13',
        by: { personId: binh.personId, name: binh.name },
      },
    });
    expect(await reload(bill)).toMatchObject({
      state: 'exempt',
      received: 0,
      exempted: 15_000,
      settledAt: now,
    });
    const { name, body } = await lastFact(bill);
    expect(name).toBe('bill.exempted');
    expect(JSON.parse(body).data).toMatchObject({ by: 'exemption', amount: 15_000, received: 0 });
    expect(body).not.toContain('hộ nghèo');
  });

  it('leaves a part that had come where it is', async () => {
    const bill = await newBill();
    await transferTo(bill, 5_000);
    expect(await forgive(bill)).toMatchObject({ ok: true, value: { amount: 10_000 } });
    expect(await reload(bill)).toMatchObject({ state: 'exempt', received: 5_000, exempted: 10_000 });
  });

  it('needs a reason and a legal basis, and room for them', async () => {
    const bill = await newBill();
    for (const [change, code, field] of [
      [{ reason: ' ' }, 'exemption-reason-missing', 'reason'],
      [{ legalBasis: 'Luật' }, 'exemption-basis-missing', 'legalBasis'],
      [{ reason: 'a'.repeat(501) }, 'exemption-too-long', 'reason'],
    ] as const)
      expect(await forgive(bill, change)).toMatchObject({ ok: false, refusal: { code, field, status: 422 } });
    expect(await reload(bill)).toMatchObject({ state: 'due' });
  });

  it('is not granted for what is settled or cancelled', async () => {
    const [paid, gone] = [await newBill(), await newBill()];
    await take(paid);
    await as(SYSTEM, (ctx) => cancelBill(ctx, gone));
    expect(await forgive(paid)).toMatchObject({ ok: false, refusal: { code: 'bill-settled' } });
    expect(await forgive(gone)).toMatchObject({ ok: false, refusal: { code: 'bill-cancelled' } });
  });

  it('and a transfer that comes after it is held beyond', async () => {
    const bill = await newBill();
    await forgive(bill);
    expect(await transferTo(bill)).toMatchObject({ value: { outcome: 'late' } });
    expect(await heldBeyond(test.db, bill)).toBe(15_000);
    expect(await reload(bill)).toMatchObject({ state: 'exempt', received: 0 });
  });
});

describe('receipts', () => {
  it('are never changed, nor taken away, whatever asks for it', async () => {
    const bill = await newBill();
    await take(bill);
    for (const statement of [
      sql`update payments.receipt set amount = 1`,
      sql`delete from payments.receipt`,
      sql`truncate payments.receipt`,
    ])
      await test.asOwner((owner) =>
        expect(statement.execute(owner)).rejects.toThrow('receipts are append-only'),
      );
    expect(await receiptsFor(test.db, bill)).toHaveLength(1);
  });

  it('in cash are refused by the table itself without payer, taker or number', async () => {
    const bill = await newBill();
    const row = { id: newId(), bill_id: bill.id, kind: 'cash', amount: 15_000, at: now };
    await expect(test.db.insertInto('payments.receipt').values(row).execute()).rejects.toThrow(
      'receipt_check',
    );
  });

  it('name a person: no machine takes cash or exempts', async () => {
    const bill = await newBill();
    await expect(take(bill, {}, SYSTEM)).rejects.toThrow('names the official');
    await expect(forgive(bill, {}, SYSTEM)).rejects.toThrow('names the official');
  });

  it('leave a journal that holds together', async () => {
    expect((await verifyJournal(test.db)).firstBreak).toBeNull();
  });
});
