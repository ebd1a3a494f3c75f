// The fee in cash at the counter: what is typed wrong, two presses and two officials, the slip, who may not, and the waiver.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, type DeskLine, deskLine, type Official } from '../../../../tests/support/desk.ts';
import { COPIES, SINGLE } from '../../../../tests/support/dossier-fixture.ts';
import { paidByTransfer } from '../../../../tests/support/paid-by-transfer.ts';
import { billOf } from '../../../flows/dossier-bill.ts';
import { billFor, cancelBill, receiptsFor } from '../../../modules/payments/index.ts';
import { act, SYSTEM } from '../../../platform/act.ts';
import { verifyJournal } from '../../../platform/journal.ts';

const MORNING = '2026-11-23T09:00';
const CASH = { payer: 'Nguyễn Thị Hoa', amount: '6.000 đ' };
const GROUND = {
  reason: 'Người nộp thuộc hộ nghèo, đã xem giấy chứng nhận.',
  legalBasis: 'Khoản 1 Điều 10 Luật Phí và lệ phí 97/2015/QH13',
};
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

const signed = () => line.signed({ procedure: COPIES });
const kept = (id: string) => receiptsFor(line.desk.house.db, billOf(id));
const acted = async (id: string) =>
  (await line.desk.house.facts(id)).filter((name) => name !== 'dossier.read');
/** What stands behind a link or a button of the page. */
const links = (page: string, to: string) => page.includes(`href="${to}"`);

describe('a fee due at return', () => {
  test('holds the result back until it is taken; the button stands where it is missed', async () => {
    const id = await signed();
    const before = (await line.binh.get(`/ho-so/${id}`)).body;
    expect(before).toMatch(/<button[^>]*disabled[^>]*>[^<]*Trả kết quả/u);
    expect(before).toContain('Phí, lệ phí chưa được nộp.');
    // What leads on is offered first, and as the strong button.
    const strong =
      /<a[^>]*href="([^"]*)"[^>]*class="govuk-button"|<a[^>]*class="govuk-button"[^>]*href="([^"]*)"/u;
    expect(strong.exec(before)?.slice(1)).toContain(`/ho-so/${id}/thu-phi`);
    expect((await line.binh.get('/hang-doi?loai=cho-tra')).body).toContain('chưa nộp phí');
    for (const held of [
      await line.binh.get(`/ho-so/${id}/tra-ket-qua`),
      await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1', feeTaken: '1' }),
    ]) {
      expect(held.status).toBe(409);
      expect(links(held.body, `/ho-so/${id}/thu-phi`)).toBe(true);
    }
    expect(await line.desk.house.row(id)).toMatchObject({ state: 9, money_state: 'due' });

    const asked = (await line.binh.get(`/ho-so/${id}/thu-phi`)).body;
    expect(asked).toContain('6.000 đ');
    expect(asked).toContain('Sáu nghìn đồng');
    expect(boxes(asked)).toMatchObject({ payer: 'Nguyễn Văn An', amount: '' });
    const taken = await line.binh.act(id, 'thu-phi', CASH);
    expect([taken.status, taken.location]).toEqual([303, `/ho-so/${id}/da-thu-phi`]);
    expect(await line.desk.house.row(id)).toMatchObject({ state: 9, money_state: 'paid' });
    expect(await kept(id)).toMatchObject([
      {
        kind: 'cash',
        amount: 6_000,
        at: line.desk.house.clock.now(),
        slip: { payer: 'Nguyễn Thị Hoa', taker: { name: line.desk.house.people.binh.name } },
      },
    ]);
    const handed = await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1' });
    expect([handed.status, (await line.desk.house.row(id)).state]).toEqual([303, 10]);
    expect((await acted(id)).slice(-2)).toEqual(['dossier.fee-taken', 'dossier.delivered']);
    expect((await verifyJournal(line.desk.house.db)).firstBreak).toBeNull();
  });

  test('its slip says who paid whom how much, in figures and in words, under which number', async () => {
    const id = await signed();
    const { held_since } = await line.desk.house.row(id);
    line.desk.house.clock.set('2026-11-23T15:00');
    await line.binh.act(id, 'thu-phi', CASH);
    const { body } = await line.binh.get(`/ho-so/${id}/da-thu-phi`);
    const [receipt] = await kept(id);
    const number = receipt?.kind === 'cash' ? receipt.slip?.number : '';
    expect(number).toMatch(/^PT-H05\.[\d.]+-2026-\d{5}$/u);
    for (const said of [number, 'Nguyễn Thị Hoa', '6.000 đ', 'Sáu nghìn đồng', '15:00 ngày 23/11/2026'])
      expect(body).toContain(said);
    expect(links(body, `/ho-so/${id}/tra-ket-qua`)).toBe(true);
    const again = await line.binh.get(`/ho-so/${id}/phieu-thu/${receipt?.id}`);
    expect([again.status, again.body.includes(String(number))]).toEqual([200, true]);
    expect(body).toContain(`Phiếu thu số ${number} đã cấp lúc`);
    expect(again.body).not.toContain('tiền chỉ được thu một lần');
    const other = await signed();
    expect((await line.binh.get(`/ho-so/${other}/phieu-thu/${receipt?.id}`)).status).toBe(404);
    expect((await line.binh.get(`/ho-so/${other}/da-thu-phi`)).status).toBe(404);
    const sheet = (await line.binh.get(`/ho-so/${id}`)).body;
    expect(links(sheet, `/ho-so/${id}/phieu-thu/${receipt?.id}`)).toBe(true);
    // Money moved, the dossier did not: how long it has waited at the desk stays true.
    expect((await line.desk.house.row(id)).held_since).toEqual(held_since);
  });

  test('is not taken before there is a result, and not offered', async () => {
    const id = await line.accepted({ procedure: COPIES });
    expect(links((await line.binh.get(`/ho-so/${id}`)).body, `/ho-so/${id}/thu-phi`)).toBe(false);
    const early = await line.binh.act(id, 'thu-phi', CASH);
    expect(early.status).toBe(409);
    expect(early.body).toContain('Phí, lệ phí của hồ sơ này chỉ thu khi có kết quả.');
    expect(await kept(id)).toEqual([]);
  });
});

describe('money beyond the fee', () => {
  const transferred = (id: string, amount: number) => {
    const { db, clock } = line.desk.house;
    const payee = { bin: '970436', account: '1022663140', holder: 'UBND XA', gateway: '', authority: '' };
    return paidByTransfer({ db, now: clock.now(), payeeOf: () => ({ ...payee, bankName: '' }) }, id, amount);
  };
  const owes = async () => {
    const id = await line.desk.house.file({ procedure: COPIES });
    const fee = (await line.desk.house.row(id)).fee as object;
    await line.desk.house.db
      .updateTable('dossiers.dossier')
      .set({ fee: JSON.stringify({ ...fee, when: 'reception', online: true }) })
      .where('id', '=', id)
      .execute();
    return id;
  };

  test('that came twice stands on the sheet of whoever is asked for it, with what the payer wrote', async () => {
    const id = await owes();
    expect(await transferred(id, 6_000)).toBe('settled');
    expect((await line.binh.get(`/ho-so/${id}`)).body).not.toContain('phải trả lại');
    expect(await transferred(id, 6_000)).toBe('paid-twice');
    const sheet = (await line.binh.get(`/ho-so/${id}`)).body;
    expect(sheet).toMatch(
      /Chuyển thừa, phải trả lại[\s\S]*6\.000 đ, chuyển lúc 09:00 ngày 23\/11\/2026, nội dung “MBVCB\.DVC\d{12}\.CT tu An”/u,
    );
    // Whoever refuses the dossier is told of all of it.
    expect((await line.binh.get(`/ho-so/${id}/tu-choi`)).body).toContain('Hồ sơ này đã nộp 12.000 đ');
  });

  test('that came after the dossier had come to nothing is in the sum that the office holds', async () => {
    const id = await owes();
    await transferred(id, 2_000);
    await line.desk.house.db.updateTable('dossiers.dossier').set({ state: 7 }).where('id', '=', id).execute();
    await act({ db: line.desk.house.db, actor: SYSTEM, now: line.desk.house.clock.now() }, (ctx) =>
      cancelBill(ctx, billOf(id)),
    );
    expect(await transferred(id, 4_000)).toBe('late');
    expect((await line.binh.get(`/ho-so/${id}`)).body).toMatch(
      /Đang giữ, chưa trả lại<\/dt>\s*<dd[^>]*><strong>6\.000 đ/u,
    );
  });
});

describe('what is typed at the counter', () => {
  test.each([
    [{ ...CASH, amount: '' }, '#amount', 'Bạn phải ghi số tiền đã nhận bằng chữ số'],
    [{ ...CASH, amount: 'sáu nghìn' }, '#amount', 'Bạn phải ghi số tiền đã nhận bằng chữ số'],
    [{ ...CASH, amount: '5.000' }, '#amount', 'Số tiền còn phải thu là 6.000 đ.'],
    [{ ...CASH, amount: '60000' }, '#amount', 'Số tiền còn phải thu là 6.000 đ.'],
    [{ ...CASH, payer: '  ' }, '#payer', 'Bạn phải ghi họ tên người nộp tiền.'],
    [{ ...CASH, payer: 'Hoa '.repeat(50) }, '#payer', 'dài quá 120 ký tự'],
    [{ ...CASH, payer: '6.000' }, '#payer', 'Ô này ghi họ tên người nộp tiền, bằng chữ'],
    [{ ...CASH, payer: '6000 đ' }, '#payer', 'Ô này ghi họ tên người nộp tiền, bằng chữ'],
  ])('%o is told at its box, and kept', async (typed, at, says) => {
    const id = await signed();
    const told = await line.binh.act(id, 'thu-phi', typed);
    expect([told.status, links(told.body, at)]).toEqual([422, true]);
    expect(told.body).toContain(says);
    expect(boxes(told.body)).toMatchObject(typed);
    expect([await kept(id), (await line.desk.house.row(id)).money_state]).toEqual([[], 'due']);
  });
});

describe('once', () => {
  test('pressed twice by one official: one receipt, both led to it', async () => {
    const id = await signed();
    const other = await line.desk.official('binh');
    const form = { ...CASH, version: String((await line.desk.house.row(id)).version) };
    const both = await Promise.all([line.binh, other].map((one) => one.post(`/ho-so/${id}/thu-phi`, form)));
    const third = await line.binh.post(`/ho-so/${id}/thu-phi`, form);
    for (const one of [...both, third])
      expect([one.status, one.location]).toEqual([303, `/ho-so/${id}/da-thu-phi`]);
    expect(await kept(id)).toHaveLength(1);
  });

  test('taken by two officials at once: one receipt, the other is told that it is paid', async () => {
    const id = await signed();
    const { db, people, agencyId } = line.desk.house;
    const seat = { person_id: people.em.personId, agency_id: agencyId, role: 'intake', title: 'Công chức' };
    await db
      .insertInto('agencies.assignment')
      .values({ ...seat, valid_from: '2026-01-01' })
      .execute();
    const form = { ...CASH, version: String((await line.desk.house.row(id)).version) };
    const both = await Promise.all(
      [line.binh, line.em].map((one: Official) => one.post(`/ho-so/${id}/thu-phi`, form)),
    );
    await db.deleteFrom('agencies.assignment').where('person_id', '=', people.em.personId).execute();
    expect(both.map((one) => one.status).sort()).toEqual([303, 409]);
    const told = both.find((one) => one.status === 409)?.body;
    expect(told).toContain('đã được nộp đủ hoặc đã được miễn');
    // Who did it, not whom it was done for.
    const [receipt] = await kept(id);
    const taker = receipt?.kind === 'cash' ? receipt.slip?.taker.name : '';
    expect(told).toMatch(new RegExp(`Việc gần nhất[^]{0,80}${taker}`, 'u'));
    expect(await kept(id)).toHaveLength(1);
  });
});

describe('who may not', () => {
  test('Em finds nothing; whoever has another seat there is forbidden; nothing is taken', async () => {
    const id = await signed();
    for (const [who, status] of [
      [line.em, 404],
      [line.chi, 403],
      [line.dung, 403],
    ] as const) {
      for (const path of ['thu-phi', 'mien-phi'])
        expect((await who.get(`/ho-so/${id}/${path}`)).status).toBe(status);
      expect((await who.act(id, 'thu-phi', CASH)).status).toBe(status);
      expect((await who.act(id, 'mien-phi', GROUND)).status).toBe(status);
    }
    await line.binh.act(id, 'thu-phi', CASH);
    const [receipt] = await kept(id);
    for (const path of ['da-thu-phi', `phieu-thu/${receipt?.id}`])
      expect((await line.em.get(`/ho-so/${id}/${path}`)).status).toBe(404);
    expect(await kept(id)).toHaveLength(1);
  });
});

describe('a waiver', () => {
  test('is kept with its reason, its law and who granted it, and lets the result go out', async () => {
    const id = await signed();
    const page = (await line.binh.get(`/ho-so/${id}/thu-phi`)).body;
    expect(links(page, `/ho-so/${id}/mien-phi`)).toBe(true);
    const ready = (await line.binh.act(id, 'mien-phi', { mau: '1' })).body;
    expect(boxes(ready)).toMatchObject({
      reason: expect.stringContaining('hộ nghèo'),
      legalBasis: GROUND.legalBasis,
    });
    expect(await kept(id)).toEqual([]);
    const waived = await line.binh.act(id, 'mien-phi', GROUND);
    expect([waived.status, waived.location]).toEqual([303, `/ho-so/${id}?da=mien-phi`]);
    expect(await kept(id)).toMatchObject([
      { kind: 'exemption', amount: 6_000, ...GROUND, by: { name: line.desk.house.people.binh.name } },
    ]);
    expect(await line.desk.house.row(id)).toMatchObject({ money_state: 'exempt' });
    expect((await billFor(line.desk.house.db, billOf(id)))?.state).toBe('exempt');
    const sheet = (await line.binh.get(`/ho-so/${id}?da=mien-phi`)).body;
    for (const said of ['Được miễn', GROUND.reason, GROUND.legalBasis]) expect(sheet).toContain(said);
    expect((await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1' })).status).toBe(303);
  });

  test.each([
    [{ ...GROUND, reason: '' }, ['#reason']],
    [{ ...GROUND, reason: 'Người nộp là trẻ em. Giấy tờ đã xem: ' }, ['#reason']],
    [{ ...GROUND, reason: 'Người nộp là trẻ em. Giấy tờ đã xem: [tên, số giấy tờ].' }, ['#reason']],
    [{ ...GROUND, legalBasis: '' }, ['#legalBasis']],
    [{ reason: '', legalBasis: 'Luật' }, ['#reason', '#legalBasis']],
  ])('%o lacks something: told at its box, nothing is waived', async (typed, at) => {
    const id = await line.accepted({ procedure: COPIES });
    const told = await line.binh.act(id, 'mien-phi', typed);
    expect([told.status, at.filter((box) => !links(told.body, box))]).toEqual([422, []]);
    expect([await kept(id), (await line.desk.house.row(id)).money_state]).toEqual([[], 'due']);
  });
});

test('a dossier without a fee offers neither, and says so to whoever asks', async () => {
  const id = await line.accepted({ procedure: SINGLE });
  const page = (await line.binh.get(`/ho-so/${id}`)).body;
  for (const path of ['thu-phi', 'mien-phi']) {
    expect(links(page, `/ho-so/${id}/${path}`)).toBe(false);
    const asked = await line.binh.get(`/ho-so/${id}/${path}`);
    expect([asked.status, asked.body.includes('không có khoản nào phải thu')]).toEqual([409, true]);
  }
});
