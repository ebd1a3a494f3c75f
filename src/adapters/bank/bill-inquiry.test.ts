// A bank's question about a bill, as the sandbox's bank really asks it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Heard, post, type Rehearsal, rehearse } from '../../../sandbox/rehearsal.ts';
import { billInquiry } from './bill-inquiry.ts';

let sandbox: Rehearsal;
let asked: Heard;
beforeAll(async () => {
  sandbox = await rehearse();
  sandbox.portalAnswers(() => ({ status: 404, body: { error: 'unknown' } }));
  await post(`${sandbox.url}/payments/dvc012345678905/settle`);
  asked = sandbox.heard.find((one) => one.method === 'GET')!;
});
afterAll(() => sandbox.close());

const read = (secret: string, target: string, now = Temporal.Now.instant()) => {
  const result = billInquiry({ secret }).read(target, asked.headers, now);
  return result.ok ? result.value.reference : result.refusal.code;
};

test('the bank asks by the path that banks are told of', () => {
  expect(asked.url).toBe('/api/ngan-hang/hoa-don?ref=DVC012345678905');
});
test('a well signed question is answered with its reference', () => {
  expect(read('sandbox-bank-secret', asked.url)).toBe('DVC012345678905');
});
test('a question for another bill under the same signature is refused', () => {
  expect(read('sandbox-bank-secret', asked.url.replace('905', '906'))).toBe('bankInquiry.forged');
});
test('a question signed by someone else is refused', () => {
  expect(read('something else', asked.url)).toBe('bankInquiry.forged');
});
test('a question replayed ten minutes later is refused', () => {
  expect(read('sandbox-bank-secret', asked.url, Temporal.Now.instant().add({ minutes: 10 }))).toBe(
    'bankInquiry.stale',
  );
});
test('a question without a signature is refused', () => {
  const result = billInquiry({ secret: 's' }).read(asked.url, {}, Temporal.Now.instant());
  expect(result).toMatchObject({ ok: false, refusal: { code: 'bankInquiry.unsigned', status: 401 } });
});
