// The doors that other people's scripts rely on, and what a restart keeps.
import { appendFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { esms } from '../src/adapters/sms/esms.ts';
import { post, type Rehearsal, rehearse } from './rehearsal.ts';

const PAYLOAD =
  '00020101021238540010A00000072701240006970436011010226631400208QRIBFTTA53037045405150005802VN62200816DVC H01231100017630479DE';
const REF = 'DVCH01231100017';

let sandbox: Rehearsal;
beforeEach(async () => {
  sandbox = await rehearse();
});
afterEach(() => sandbox.close());

const get = async (path: string): Promise<unknown> => (await fetch(`${sandbox.url}${path}`)).json();
const sms = (text: string, messageId: string) =>
  esms({
    url: `${sandbox.url}/MainService.svc/json`,
    apiKey: 'sandbox',
    secretKey: 'sandbox',
    brandname: 'MOTCUA',
  }).send({
    to: '+84912345678',
    subject: '',
    text,
    messageId,
  });

describe('phone', () => {
  test.each(['0912345678', '84912345678', '%2B84912345678', '+84912345678', '0084912345678', '0912 345 678'])(
    'GET /sms?to=%s finds the inbox, newest first',
    async (to) => {
      await sms('mot', 'm1');
      await sms('hai', 'm2');
      expect(await get(`/sms?to=${to}`)).toEqual([
        { to: '0912345678', text: 'hai', at: expect.stringMatching(/Z$/u) },
        { to: '0912345678', text: 'mot', at: expect.stringMatching(/Z$/u) },
      ]);
    },
  );
  test('newest first also when the clock was turned back between two messages', async () => {
    await sms('truoc', 'm1');
    await post(`${sandbox.url}/clock`, { now: '2023-05-15T08:00' });
    await sms('sau', 'm2');
    expect(await get('/sms?to=0912345678')).toMatchObject([
      { text: 'sau', at: '2023-05-15T01:00:00Z' },
      { text: 'truoc' },
    ]);
  });
  test('an empty inbox is an empty list; a number that is none is refused', async () => {
    expect(await get('/sms?to=0912345670')).toEqual([]);
    expect((await fetch(`${sandbox.url}/sms?to=123`)).status).toBe(400);
    expect(await get('/mail?to=an@example.vn')).toEqual([]);
  });
  test('the same message sent eight times at once arrives once', async () => {
    const ends = await Promise.all(Array.from({ length: 8 }, () => sms('mot lan', 'same')));
    expect(ends.every((end) => end.kind === 'sent')).toBe(true);
    expect(await get('/sms?to=0912345678')).toHaveLength(1);
  });
  test('a phone answers the portal, and is told whether the portal took it', async () => {
    const answer = await post(`${sandbox.url}/sms/inbound`, {
      from: '0912345678',
      text: 'TC H01.23-261123-00017',
    });
    expect(answer.body).toMatchObject({ delivered: true, status: 200 });
    expect(JSON.parse(sandbox.heard[0]!.body.toString())).toMatchObject({
      from: '+84912345678',
      text: 'TC H01.23-261123-00017',
    });
    sandbox.portalAnswers(() => ({ status: 404, body: {} }));
    const refused = await post(`${sandbox.url}/sms/inbound`, { from: '0912345678', text: 'TC' });
    expect(refused.body).toMatchObject({ delivered: false, status: 404 });
  });
  test('letters that the chosen alphabet lacks become question marks, as on a real phone', async () => {
    const body = {
      ApiKey: 'sandbox',
      SecretKey: 'sandbox',
      Phone: '0912345678',
      Content: 'Hồ sơ',
      Brandname: 'MOTCUA',
      SmsType: '2',
    };
    await post(`${sandbox.url}/MainService.svc/json/SendMultipleMessage_V4_post_json/`, {
      ...body,
      IsUnicode: '0',
    });
    expect(await get('/sms?to=0912345678')).toMatchObject([{ text: 'H? s?' }]);
  });
});

describe('bank', () => {
  test('a scanned bill is listed and settled', async () => {
    expect(await post(`${sandbox.url}/payments`, { payload: PAYLOAD })).toMatchObject({
      status: 201,
      body: { ref: REF, amount: 15_000 },
    });
    const settled = await post(`${sandbox.url}/payments/${REF}/settle`);
    expect(settled).toMatchObject({
      status: 200,
      body: { amount: 15_000, account: '1022663140', notice: 'taken' },
    });
    expect(await get('/payments')).toMatchObject([
      { ref: REF, amount: 15_000, bin: '970436', transfers: [{ notice: 'taken' }] },
    ]);
    expect(sandbox.heard.map((one) => `${one.method} ${one.url}`)).toEqual(['POST /api/ngan-hang/sepay']);
  });
  test('a reference never seen is asked of the portal', async () => {
    sandbox.portalAnswers(({ method }) => ({
      status: 200,
      body:
        method === 'GET'
          ? {
              ref: 'DVC012345678905',
              amount: 8_000,
              bin: '970436',
              account: '1022663140',
              holder: 'UBND',
              purpose: 'DVC012345678905',
              status: 'open',
            }
          : { success: true },
    }));
    expect(await get('/payments?ref=DVC012345678905')).toMatchObject([
      { amount: 8_000, account: '1022663140', transfers: [] },
    ]);
    expect(await post(`${sandbox.url}/payments/DVC012345678905/settle`)).toMatchObject({
      status: 200,
      body: { amount: 8_000, notice: 'taken' },
    });
  });
  test('a reference that nobody knows is refused, unless amount and account are given', async () => {
    sandbox.portalAnswers(({ method }) =>
      method === 'GET' ? { status: 404, body: {} } : { status: 200, body: { success: true } },
    );
    expect(await post(`${sandbox.url}/payments/DVC000000000000/settle`)).toMatchObject({
      status: 404,
      body: { error: 'unknown' },
    });
    const told = await post(`${sandbox.url}/payments/DVC000000000000/settle`, {
      amount: 1_000,
      account: '1022663140',
    });
    expect(told).toMatchObject({ status: 200, body: { amount: 1_000, notice: 'taken' } });
  });
  test('a portal in trouble is told apart from an unknown reference', async () => {
    sandbox.portalAnswers(() => ({ status: 500, body: {} }));
    expect(await post(`${sandbox.url}/payments/DVC012345678905/settle`)).toMatchObject({
      status: 502,
      body: { error: 'unreachable' },
    });
  });
  test('told twice is one transaction; paid twice is two', async () => {
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    await post(`${sandbox.url}/payments/${REF}/settle`, { times: 2 });
    await post(`${sandbox.url}/payments/${REF}/settle`);
    const ids = sandbox.heard.map((one): unknown => JSON.parse(one.body.toString()).id);
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).not.toBe(ids[0]);
  });
  test('a lost notice is sent when asked for', async () => {
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    const { body } = await post(`${sandbox.url}/payments/${REF}/settle`, { lost: true });
    expect(body).toMatchObject({ notice: 'held', deliveries: [] });
    expect(sandbox.heard).toEqual([]);
    const id = (body as { transactionId: string }).transactionId;
    expect((await post(`${sandbox.url}/payments/transfers/${id}/resend`)).body).toMatchObject({
      taken: true,
    });
    expect(await get('/payments')).toMatchObject([{ transfers: [{ notice: 'taken' }] }]);
  });
  test('a wish that cannot be read is refused and moves no money', async () => {
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    for (const wish of [{ amount: -1 }, { amount: 1.5 }, { times: 99 }, { tiems: 2 }, { account: 'x y' }])
      expect((await post(`${sandbox.url}/payments/${REF}/settle`, wish)).status).toBe(400);
    expect(
      (await post(`${sandbox.url}/payments`, { payload: PAYLOAD.replace('15000', '95000') })).status,
    ).toBe(400);
    expect(sandbox.heard).toEqual([]);
  });
});

describe('repeats', () => {
  test('a notice that is not confirmed is told again until it is, also by the next run', async () => {
    await sandbox.close();
    sandbox = await rehearse({ retryMs: [20, 20, 20, 20, 20, 20, 20] });
    sandbox.portalAnswers(() => ({ status: 200, body: { success: sandbox.heard.length >= 3 } }));
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    expect((await post(`${sandbox.url}/payments/${REF}/settle`)).body).toMatchObject({ notice: 'refused' });
    await sandbox.restart();
    await expect.poll(() => get('/payments')).toMatchObject([{ transfers: [{ notice: 'taken' }] }]);
    expect(sandbox.heard).toHaveLength(3);
  });
});

describe('a restart', () => {
  test('keeps every acknowledged message and transfer, and still knows the request ids', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => sms(`tin ${n}`, `m${n}`)));
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    await post(`${sandbox.url}/payments/${REF}/settle`);
    const before = [await get('/sms?to=0912345678'), await get('/payments')];
    await sandbox.restart();
    expect([await get('/sms?to=0912345678'), await get('/payments')]).toEqual(before);
    await sms('tin 3', 'm3');
    expect(await get('/sms?to=0912345678')).toHaveLength(20);
  });
  test('after a fall in the middle of a line loses only that line', async () => {
    await sms('mot', 'm1');
    const file = join(sandbox.varDir, 'sandbox', 'happenings.jsonl');
    await appendFile(file, '{"type":"sms","id":"x","to":"09123');
    await sandbox.restart();
    await sms('hai', 'm2');
    await sandbox.restart();
    expect(await get('/sms?to=0912345678')).toMatchObject([{ text: 'hai' }, { text: 'mot' }]);
    expect((await readFile(file, 'utf8')).trimEnd().split('\n')).toHaveLength(2);
  });
});

describe('clock', () => {
  const offset = async () => JSON.parse(await readFile(join(sandbox.varDir, 'clock.json'), 'utf8')).offsetMs;

  test.each([
    ['2026-11-23T09:00', '2026-11-23T09:00'],
    ['2023-05-15T01:00:00Z', '2023-05-15T08:00'],
    ['2023-05-15T08:00:00+07:00', '2023-05-15T08:00'],
    ['15/05/2023 08:00', '2023-05-15T08:00'],
  ])('POST /clock {now: %s} turns it for everybody', async (now, local) => {
    expect((await post(`${sandbox.url}/clock`, { now })).body).toMatchObject({ now: local });
    const shown = Temporal.Now.instant().add({ milliseconds: await offset() });
    const wanted = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Ho_Chi_Minh').toInstant();
    expect(Math.abs(shown.since(wanted).total('seconds'))).toBeLessThan(5);
    expect(await get('/clock')).toMatchObject({ now: local, offsetMs: await offset() });
  });
  test('advances and comes back', async () => {
    await post(`${sandbox.url}/clock`, { now: '2023-05-15T08:00' });
    expect((await post(`${sandbox.url}/clock`, { advance: 'PT1H' })).body).toMatchObject({
      now: '2023-05-15T09:00',
    });
    expect((await post(`${sandbox.url}/clock`, { now: null })).body).toMatchObject({ offsetMs: 0 });
  });
  test.each([
    {},
    { now: 'hôm nay' },
    { now: '2026-02-30T09:00' },
    { now: '0001-01-01T00:00' },
    { advance: '1 giờ' },
    { now: 5 },
  ])('refuses %j and stays as it was', async (wish) => {
    await post(`${sandbox.url}/clock`, { now: '2023-05-15T08:00' });
    expect((await post(`${sandbox.url}/clock`, wish)).status).toBe(400);
    expect(await get('/clock')).toMatchObject({ now: '2023-05-15T08:00' });
  });
  test("the bank signs by the country's clock", async () => {
    await post(`${sandbox.url}/clock`, { now: '2023-05-15T08:00' });
    await post(`${sandbox.url}/payments`, { payload: PAYLOAD });
    await post(`${sandbox.url}/payments/${REF}/settle`);
    const { headers, body } = sandbox.heard[0]!;
    expect(Number(headers['x-sepay-timestamp'])).toBeGreaterThanOrEqual(1_684_112_400);
    expect(Number(headers['x-sepay-timestamp'])).toBeLessThan(1_684_112_460);
    expect(JSON.parse(body.toString()).transactionDate).toMatch(/^2023-05-15 08:00:/u);
  });
});

test('a page of another site cannot press the buttons', async () => {
  const response = await fetch(`${sandbox.url}/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'http://evil.example' },
    body: 'now=2023-05-15T08:00',
  });
  expect(response.status).toBe(403);
});
