// The SePay reader against notices that the sandbox's bank really sends, and against broken ones.
import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, type Rehearsal, rehearse } from '../../../sandbox/rehearsal.ts';
import { bankNoticeCases, type NoticeKind } from './cases.ts';
import { sepay } from './sepay.ts';

let sandbox: Rehearsal;
let readAt = Temporal.Now.instant();
beforeAll(async () => {
  sandbox = await rehearse();
});
afterAll(() => sandbox.close());

const HOW: Record<NoticeKind, object> = {
  honest: {},
  forged: { forged: true },
  stale: { stale: true },
  short: { amount: 7_000 },
  wrongAccount: { account: '0000000000' },
  late: { late: true },
};

bankNoticeCases(() => ({
  port: (secret) => sepay({ secret: secret === 'ours' ? 'sandbox-bank-secret' : 'something else' }),
  now: () => readAt,
  async notice(kind) {
    await post(`${sandbox.url}/payments/DVC012345678905/settle`, {
      amount: 15_000,
      account: '1022663140',
      ...HOW[kind],
    });
    readAt = Temporal.Now.instant();
    const { body, headers } = sandbox.heard.findLast((one) => one.method === 'POST')!;
    const signed = ['x-sepay-timestamp', 'x-sepay-signature'].map((name) => [name, headers[name]]);
    return { body, headers: Object.fromEntries(signed) };
  },
}));

const whole = {
  id: 92704,
  gateway: 'Vietcombank',
  transactionDate: '2023-03-25 14:02:37',
  accountNumber: '0123 499999',
  code: null,
  content: 'chuyển tiền mua iphone'.normalize('NFD'),
  transferType: 'in',
  transferAmount: 2_277_000,
  accumulated: 19_077_000,
  subAccount: null,
  referenceCode: 'MBVCB.3278907687',
  description: '',
};

function readSigned(text: string) {
  const headers = {
    'x-sepay-timestamp': '1700000000',
    'x-sepay-signature': `sha256=${createHmac('sha256', 's').update(`1700000000.${text}`).digest('hex')}`,
  };
  return sepay({ secret: 's' }).read(
    Buffer.from(text),
    headers,
    Temporal.Instant.fromEpochMilliseconds(1_700_000_000_000),
  );
}

test("the vendor's example is read into our words; its time is Vietnamese civil time", () => {
  expect(readSigned(JSON.stringify(whole))).toEqual({
    ok: true,
    value: {
      bank: 'sepay',
      transactionId: '92704',
      bankName: 'Vietcombank',
      account: '0123499999',
      amount: 2_277_000,
      content: 'chuyển tiền mua iphone',
      at: Temporal.Instant.from('2023-03-25T07:02:37Z'),
      direction: 'in',
    },
  });
});

test.each([
  ['no JSON', 'xin chào'],
  ['a list', '[]'],
  ['no id', JSON.stringify({ ...whole, id: undefined })],
  ['a negative amount', JSON.stringify({ ...whole, transferAmount: -1 })],
  ['half a đồng', JSON.stringify({ ...whole, transferAmount: 1.5 })],
  ['an amount as text', JSON.stringify({ ...whole, transferAmount: '2277000' })],
  ['an hour that is none', JSON.stringify({ ...whole, transactionDate: '2023-03-25 25:02:37' })],
  ['a day that is none', JSON.stringify({ ...whole, transactionDate: '2023-02-30 14:02:37' })],
  ['an unknown direction', JSON.stringify({ ...whole, transferType: 'refund' })],
])('well signed, but %s: unreadable', (_name, text) => {
  expect(readSigned(text)).toMatchObject({
    ok: false,
    refusal: { code: 'bankNotice.unreadable', status: 400 },
  });
});
