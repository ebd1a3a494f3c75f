// The bank's doors over HTTP, with the real reader of signatures and a real database.
import { createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../tests/support/database.ts';
import { billInquiry } from '../../../adapters/bank/bill-inquiry.ts';
import { sepay } from '../../../adapters/bank/sepay.ts';
import { type Bill, billFor, createBill } from '../../../modules/payments/index.ts';
import { act, SYSTEM } from '../../../platform/act.ts';
import { fixedClock } from '../../../platform/clock.ts';
import { newId } from '../../../platform/crypto.ts';
import { createSite } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log.ts';
import { registerBank } from './routes.ts';

const secret = 'shared-with-the-bank';
const clock = fixedClock('2026-11-23T02:00:00Z');
const payee = { bin: '970436', account: 'SANDBOX07840', holder: 'UBND XA HIEP HOA' };
const lines = [{ name: 'Lệ phí', quantity: 1, unitAmount: 8_000, amount: 8_000, basis: 'TT 226' }];
let test: TestDatabase;
let app: FastifyInstance;
beforeAll(async () => {
  test = await testDatabase();
  app = await createSite({
    name: 'portal',
    db: test.db,
    clock,
    log: createLog('test', 'silent'),
    secret: 's',
    secure: false,
    pages: {
      notFound: () => 'none',
      refused: () => 'no',
      failed: () => 'failed',
      unavailable: () => 'later',
    },
    signInPath: '/dang-nhap',
  });
  await registerBank(app, {
    db: test.db,
    bankNotices: sepay({ secret }),
    billInquiry: billInquiry({ secret }),
  });
});
afterAll(async () => {
  await app.close();
  await test.drop();
});

async function newBill(): Promise<Bill> {
  const made = await act({ db: test.db, actor: SYSTEM, now: clock.now() }, (ctx) =>
    createBill(ctx, { kind: 'dossier-fee', refId: newId(), amount: 8_000, lines, payee }),
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}
const reload = (bill: Bill) => billFor(test.db, bill);

const referenceOf = (bill: Bill) => bill.transfer?.reference ?? '';

let serial = 1000;
const noticeFor = (bill: Bill, change: object = {}) => {
  serial += 1;
  return {
    id: serial,
    gateway: 'Vietcombank',
    transactionDate: '2026-11-23 08:59:30',
    accountNumber: payee.account,
    code: null,
    content: `MBVCB.${serial}.${referenceOf(bill)}`,
    transferType: 'in',
    transferAmount: 8_000,
    ...change,
  };
};

const seconds = () => Math.floor(clock.now().epochMilliseconds / 1000);
const sign = (at: number, content: string, key = secret) =>
  `sha256=${createHmac('sha256', key).update(`${at}.${content}`).digest('hex')}`;

function post(body: string, change: Record<string, string> = {}) {
  const at = seconds();
  const headers = {
    'content-type': 'application/json',
    'x-sepay-timestamp': String(at),
    'x-sepay-signature': sign(at, body),
    ...change,
  };
  return app.inject({ method: 'POST', url: '/api/ngan-hang/sepay', body, headers });
}
function ask(target: string, change: Record<string, string> = {}) {
  const at = seconds();
  const headers = {
    'x-bank-timestamp': String(at),
    'x-bank-signature': sign(at, `GET ${target}`),
    ...change,
  };
  return app.inject({ url: target, headers });
}
const kept = () => test.db.selectFrom('payments.notice').selectAll().execute();

describe('a notice', () => {
  it('is answered with success once it is committed, exactly as it came', async () => {
    const bill = await newBill();
    const raw = JSON.stringify(noticeFor(bill), null, 2);
    const answer = await post(raw);
    expect([answer.statusCode, answer.json()]).toEqual([200, { success: true }]);
    expect(await reload(bill)).toMatchObject({ state: 'paid', received: 8_000 });
    expect((await kept()).at(-1)).toMatchObject({ raw, outcome: 'settled', transaction_id: String(serial) });
  });

  it('is answered with success also when a person must look at it, so that the bank stops repeating it', async () => {
    const bill = await newBill();
    for (const change of [
      { accountNumber: '000111222' },
      { content: 'khong ro' },
      { transferAmount: 1 },
      { transferType: 'out' },
    ])
      expect((await post(JSON.stringify(noticeFor(bill, change)))).json()).toEqual({ success: true });
    expect(await reload(bill)).toMatchObject({ state: 'partly', received: 1 });
  });

  it('posted ten times at once counts once and is answered ten times', async () => {
    const bill = await newBill();
    const raw = JSON.stringify(noticeFor(bill, { transferAmount: 3_000 }));
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(raw)));
    expect(answers.map((one) => one.statusCode)).toEqual(Array(10).fill(200));
    expect(await reload(bill)).toMatchObject({ state: 'partly', received: 3_000 });
  });

  for (const [what, status, error, change] of [
    ['without a signature', 401, 'bankNotice.unsigned', { 'x-sepay-signature': '' }],
    ['without a time', 401, 'bankNotice.unsigned', { 'x-sepay-timestamp': '' }],
    ['signed by someone else', 401, 'bankNotice.forged', 'someone else'],
    ['signed over other bytes', 401, 'bankNotice.forged', { 'x-sepay-signature': sign(seconds(), '{}') }],
  ] as const)
    it(`${what} is refused and nothing is kept`, async () => {
      const bill = await newBill();
      const raw = JSON.stringify(noticeFor(bill));
      const before = (await kept()).length;
      const headers: Record<string, string> =
        typeof change === 'string' ? { 'x-sepay-signature': sign(seconds(), raw, change) } : change;
      const answer = await post(raw, headers);
      expect([answer.statusCode, answer.json()]).toEqual([status, { success: false, error }]);
      expect((await kept()).length).toBe(before);
      expect(await reload(bill)).toMatchObject({ state: 'due', received: 0 });
    });

  it('signed ten minutes ago is refused, however rightly', async () => {
    const raw = JSON.stringify(noticeFor(await newBill()));
    const at = seconds() - 600;
    const answer = await post(raw, { 'x-sepay-timestamp': String(at), 'x-sepay-signature': sign(at, raw) });
    expect([answer.statusCode, answer.json().error]).toEqual([401, 'bankNotice.stale']);
  });

  it('that is no JSON, or not what a notice looks like, is refused without a trace of its text', async () => {
    for (const raw of ['{"id": 1', '{}', '']) {
      const answer = await post(raw);
      expect([answer.statusCode, answer.json()]).toEqual([
        400,
        { success: false, error: 'bankNotice.unreadable' },
      ]);
    }
  });

  it('of another content type is judged by its bytes all the same', async () => {
    const bill = await newBill();
    const answer = await post(JSON.stringify(noticeFor(bill)), { 'content-type': 'text/plain' });
    expect(answer.json()).toEqual({ success: true });
  });

  it('beyond 16 KB is not read', async () => {
    const answer = await post(
      JSON.stringify({ ...noticeFor(await newBill()), description: 'x'.repeat(20_000) }),
    );
    expect([answer.statusCode, answer.json().success]).toEqual([413, false]);
  });

  it('is answered with failure when it cannot be decided, is kept, and settles when the bank repeats it', async () => {
    const bill = await newBill();
    const raw = JSON.stringify(noticeFor(bill));
    await test.db
      .updateTable('payments.bill')
      .set({ payee: '"unreadable"' })
      .where('id', '=', bill.id)
      .execute();
    const failed = await post(raw);
    expect([failed.statusCode, failed.json()]).toEqual([500, { success: false, error: 'failed' }]);
    expect((await kept()).find((row) => row.transaction_id === String(serial))).toMatchObject({
      outcome: 'received',
      raw,
    });
    await test.db
      .updateTable('payments.bill')
      .set({ payee: JSON.stringify(payee) })
      .where('id', '=', bill.id)
      .execute();
    expect((await post(raw)).json()).toEqual({ success: true });
    expect(await reload(bill)).toMatchObject({ state: 'paid' });
  });
});

describe('an inquiry', () => {
  it('is answered with the bill and nothing about its payer', async () => {
    const bill = await newBill();
    const answer = await ask(`/api/ngan-hang/hoa-don?ref=${referenceOf(bill)}`);
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { ref: referenceOf(bill), amount: 8_000, ...payee, purpose: referenceOf(bill), status: 'open' },
    ]);
  });

  it('about no bill is 404, about no reference 400', async () => {
    const unknown = await ask('/api/ngan-hang/hoa-don?ref=DVC000000000000');
    expect([unknown.statusCode, unknown.json()]).toEqual([404, { error: 'unknown' }]);
    expect((await ask('/api/ngan-hang/hoa-don?ref=..%2F')).statusCode).toBe(400);
  });

  it('whose signature is for another bill is refused', async () => {
    const [mine, other] = [await newBill(), await newBill()];
    const signature = sign(seconds(), `GET /api/ngan-hang/hoa-don?ref=${referenceOf(other)}`);
    const answer = await ask(`/api/ngan-hang/hoa-don?ref=${referenceOf(mine)}`, {
      'x-bank-signature': signature,
    });
    expect([answer.statusCode, answer.json().error]).toEqual([401, 'bankInquiry.forged']);
  });
});
