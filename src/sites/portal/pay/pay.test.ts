// The pay page over HTTP: who may see it, what it asks, what it says before and after the money came.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AN, EM, type TestPortal, testPortal, type Visitor } from '../../../../tests/support/portal.ts';
import { billFor, cancelBill, receiveTransfer } from '../../../modules/payments/index.ts';
import { act, SYSTEM } from '../../../platform/act.ts';
import { newId } from '../../../platform/crypto.ts';
import { decodeVietQr } from '../../../rules/fees/vietqr.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { registerPay } from './routes.tsx';

const fee = {
  lines: [
    {
      name: 'Phí chứng thực bản sao',
      quantity: 4,
      unitAmount: 2_000,
      amount: 8_000,
      basis: 'Thông tư 226/2016/TT-BTC',
    },
  ],
  total: 8_000,
  when: 'reception',
  online: true,
};
let portal: TestPortal;
let an: Visitor;
let agencyId: string;
beforeAll(async () => {
  portal = await testPortal('2026-11-23T09:00', registerPay);
  an = await portal.visitor(AN);
  const date = dateOf(portal.clock.now());
  const agency = portal.deps.agencies.at(['commune'], date).find((one) => portal.deps.payeeOf(one.id, date));
  agencyId = agency?.id as string;
});
afterAll(async () => portal.close());

let serial = 0;
async function newDossier(change: object = {}): Promise<string> {
  const id = newId();
  serial += 1;
  const { db } = portal.deps;
  const { id: procedure } = await db.selectFrom('catalogue.procedure').select('id').executeTakeFirstOrThrow();
  await db
    .insertInto('dossiers.dossier')
    .values({
      id,
      request_code: `YC-PAY-${serial}`,
      secret: 's',
      procedure_id: procedure,
      answers: '{}',
      owner_id: an.personId,
      submitter_id: an.personId,
      payer_id: an.personId,
      submitter_name: an.name,
      owner_name: an.name,
      owner_phone: '+84912345678',
      agency_id: agencyId,
      channel: 2,
      submit_channel: 'online',
      return_channel: 'counter',
      state: 1,
      fee: JSON.stringify(fee),
      money_state: 'due',
      held_since: portal.clock.now(),
      submitted_at: portal.clock.now(),
      ...change,
    })
    .execute();
  return id;
}

const page = (id: string) => `/ho-so/${id}/thanh-toan`;
const bill = (id: string) => billFor(portal.deps.db, { kind: 'dossier-fee', refId: id });

async function pay(id: string, amount: number): Promise<void> {
  const found = await bill(id);
  const transfer = {
    bank: 'sepay',
    transactionId: newId(),
    bankName: 'VCB',
    account: found?.transfer?.payee.account ?? '',
    amount,
    content: found?.transfer?.reference ?? '',
    at: portal.clock.now(),
    direction: 'in',
  } as const;
  const taken = await receiveTransfer(portal.deps.db, portal.clock.now(), { transfer, raw: '{}' });
  expect(taken.ok).toBe(true);
}

describe('the pay page', () => {
  it('shows lines with their legal basis, account, content and a QR that asks for exactly that', async () => {
    const id = await newDossier();
    const shown = await an.get(page(id));
    const found = await bill(id);
    expect(shown.status).toBe(200);
    for (const words of [
      'Phí chứng thực bản sao (4 × 2.000 đ)',
      'Căn cứ: Thông tư 226/2016/TT-BTC',
      '8.000 đ',
      found?.transfer?.reference,
      found?.transfer?.payee.account,
      found?.transfer?.payee.holder,
      found?.transfer?.payee.authority,
      'Đang chờ xác nhận',
      '<svg',
    ])
      expect(shown.body).toContain(words);
    const link = /href="(http:\/\/sandbox\.test\/bank\?payload=[^"]+)"/u.exec(shown.body)?.[1] ?? '';
    const payload = new URL(link.replaceAll('&amp;', '&')).searchParams.get('payload') ?? '';
    expect(decodeVietQr(payload)).toMatchObject({
      amount: 8_000,
      purpose: found?.transfer?.reference,
      account: found?.transfer?.payee.account,
      bin: found?.transfer?.payee.bin,
    });
  });

  it('makes one bill, however often and from wherever it is opened', async () => {
    const id = await newDossier();
    const shown = await Promise.all(Array.from({ length: 5 }, () => an.get(page(id))));
    const references = shown.map((one) => /DVC\d{12}/u.exec(one.body)?.[0]);
    expect(new Set(references).size).toBe(1);
  });

  it('says plainly, when asked again too early, that nothing need be paid twice', async () => {
    const id = await newDossier();
    expect((await an.get(page(id))).body).not.toContain('Bạn không cần chuyển lần nữa');
    const again = await an.get(`${page(id)}?kiem-tra=1`);
    expect(again.body).toContain('Chưa nhận được xác nhận của ngân hàng');
    expect(again.body).toContain('Bạn không cần chuyển lần nữa');
  });

  it('asks only for the rest after a part', async () => {
    const id = await newDossier();
    await an.get(page(id));
    await pay(id, 5_000);
    const shown = await an.get(page(id));
    expect(shown.body).toContain('Đã nhận được 5.000 đ. Bạn chỉ còn phải nộp 3.000 đ');
    const payload = decodeURIComponent(/payload=([^"]+)"/u.exec(shown.body)?.[1] ?? '');
    expect(decodeVietQr(payload).amount).toBe(3_000);
  });

  it('lets the one phone that shows it save the code, and copy account, sum and content one by one', async () => {
    const id = await newDossier();
    const { body } = await an.get(page(id));
    const made = await bill(id);
    const { account } = made!.transfer!.payee;
    for (const text of [account, '8000', made!.transfer!.reference])
      expect(body).toContain(`data-copy="${text}"`);
    expect(body.indexOf('Còn phải nộp:')).toBeLessThan(body.indexOf('Các khoản phải nộp'));
    const link = `${page(id)}/vietqr.png`;
    expect(body).toContain(`href="${link}"`);
    const saved = await portal.app.inject({ url: link, cookies: { mc_portal: an.token } });
    expect([saved.statusCode, saved.headers['content-type']]).toEqual([200, 'image/png']);
    expect(saved.headers['content-disposition']).toContain('attachment');
    expect([...saved.rawPayload.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
    await pay(id, 8_000);
    expect((await an.get(link)).status).toBe(404);
    const em = await portal.visitor(EM);
    expect((await em.get(`${page(await newDossier())}/vietqr.png`)).status).toBe(404);
  });

  it('says that it is paid as soon as the notice is committed, and shows no QR again', async () => {
    const id = await newDossier();
    await an.get(page(id));
    await pay(id, 8_000);
    const shown = await an.get(page(id));
    expect(shown.body).toContain('Đã nộp đủ');
    expect(shown.body).toContain('09:00 ngày 23/11/2026');
    expect(shown.body).not.toMatch(/<svg[^>]*viewBox="0 0 \d+ \d+"[^>]*shape-rendering/u);
    expect(shown.body).not.toContain('payload=');
    expect(shown.body).not.toContain('chuyển thừa');
    // How it was given, not a reference that a next transfer might bear.
    expect(shown.body).toContain('8.000 đ, chuyển khoản');
    const reference = (await bill(id))?.transfer?.reference;
    expect([reference?.length, shown.body.includes(String(reference))]).toEqual([15, false]);
  });

  it('tells who paid twice that the surplus is kept for them', async () => {
    const id = await newDossier();
    await an.get(page(id));
    await pay(id, 9_000);
    await pay(id, 8_000);
    expect((await an.get(page(id))).body).toContain('Bạn đã chuyển thừa 9.000 đ');
  });

  it('speaks English to whoever asked for it', async () => {
    const id = await newDossier();
    const shown = await portal.app.inject({
      url: page(id),
      cookies: { mc_portal: an.token, mc_ngon_ngu: 'en' },
    });
    expect(shown.body).toContain('Waiting for confirmation');
    expect(shown.body).not.toContain('Đang chờ xác nhận');
  });
});

describe('nobody is led to pay', () => {
  it('who is not the owner: the page is not there', async () => {
    const id = await newDossier();
    const em = await portal.visitor(EM);
    expect((await em.get(page(id))).status).toBe(404);
    expect(await bill(id)).toBeNull();
  });

  it('who is not signed in: they are asked to', async () => {
    const shown = await portal.app.inject({ url: page(await newDossier()) });
    expect([shown.statusCode, shown.headers.location]).toEqual([
      303,
      expect.stringContaining('/dang-nhap?ve='),
    ]);
  });

  for (const [what, change] of [
    [
      'of a free dossier',
      { fee: '{"lines":[],"total":0,"when":"free","online":false}', money_state: 'none' },
    ],
    ['of a dossier whose fee is taken only at the desk', { fee: JSON.stringify({ ...fee, online: false }) }],
    ['of a dossier that was refused', { state: 3 }],
    ['of a dossier that was withdrawn', { state: 7 }],
    ['of a dossier paid at the desk', { money_state: 'paid' }],
  ] as const)
    it(`${what}: the page is not there and no bill is made`, async () => {
      const id = await newDossier(change);
      expect((await an.get(page(id))).status).toBe(404);
      expect(await bill(id)).toBeNull();
    });

  it('where the agency has no account: they are told where to pay instead', async () => {
    const { payeeOf } = portal.deps;
    portal.deps.payeeOf = () => undefined;
    const shown = await an.get(page(await newDossier()));
    portal.deps.payeeOf = payeeOf;
    expect(shown.status).toBe(409);
    expect(shown.body).toContain('Hãy nộp tại bộ phận một cửa');
  });

  it('a second time, once the desk took cash or the bill was cancelled: back to the dossier', async () => {
    const [cash, gone] = [await newDossier(), await newDossier()];
    await an.get(page(cash));
    await portal.deps.db
      .updateTable('dossiers.dossier')
      .set({ money_state: 'paid' })
      .where('id', '=', cash)
      .execute();
    await an.get(page(gone));
    const done = await act({ db: portal.deps.db, actor: SYSTEM, now: portal.clock.now() }, (ctx) =>
      cancelBill(ctx, { kind: 'dossier-fee', refId: gone }),
    );
    expect(done).toEqual({ ok: true, value: true });
    for (const id of [cash, gone])
      expect(await an.get(page(id))).toMatchObject({ status: 303, location: `/ho-so/${id}` });
  });

  it('under an address that is no id', async () => {
    expect((await an.get('/ho-so/khong-phai/thanh-toan')).status).toBe(404);
  });
});
