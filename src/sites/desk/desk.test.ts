// The desk from the first look to the result in hand, by Bình, Chi and Dũng; and Em, who sees none of it.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, boxUnder, type DeskLine, deskLine, type Official } from '../../../tests/support/desk.ts';
import { SINGLE } from '../../../tests/support/dossier-fixture.ts';
import { wordsOf } from '../../../tests/support/plain-browser.ts';
import { verifyJournal } from '../../platform/journal.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
type Sent = Readonly<Record<string, string | readonly string[]>>;
const acted = async (id: string) =>
  (await line.desk.house.facts(id)).filter((name) => name !== 'dossier.read');
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

test('the line from the request to the result in hand', async () => {
  const id = await line.file({ procedure: SINGLE });

  const look = await line.binh.get(`/ho-so/${id}/tiep-nhan`);
  expect(look.body).toContain('17:30 ngày 27/11/2026');
  expect(look.body).toContain('Ngày Văn hóa Việt Nam');
  expect((await line.binh.act(id, 'tiep-nhan')).location).toBe(`/ho-so/${id}/da-tiep-nhan`);
  const result = await line.binh.get(`/ho-so/${id}/da-tiep-nhan`);
  const { number } = await line.desk.house.row(id);
  expect(result.body).toContain(number);
  const slip = await line.binh.get(/href="(\/ho-so\/[^"]+\/phieu\/[^"]+)"/u.exec(result.body)?.[1] ?? '');
  expect([slip.type, slip.bytes.subarray(0, 5).toString()]).toEqual(['application/pdf', '%PDF-']);

  expect((await line.chi.act(id, 'thu-ly')).location).toBe(`/ho-so/${id}?da=thu-ly`);
  const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
  const first = boxes(page);
  expect(Object.values(first)).toEqual(
    expect.arrayContaining(['Nguyễn Văn An', number, '23/11/2026', 'Ủy ban nhân dân xã Hiệp Hòa']),
  );
  const outcome = boxUnder(page, 'Kết quả giải quyết');
  const preview = await line.chi.post(`/ho-so/${id}/de-xuat?xem=1`, {
    ...first,
    [outcome]: 'Đồng ý cấp giấy.',
    note: '',
  });
  expect(preview.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await line.desk.house.facts(id)).filter((name) => name === 'dossier.proposed')).toEqual([]);
  await line.chi.post(`/ho-so/${id}/de-xuat`, {
    ...first,
    [outcome]: 'Đồng ý cấp giấy.',
    note: 'Đã đối chiếu, đủ điều kiện.',
  });

  const toSign = await line.dung.get(`/ho-so/${id}/ky`);
  expect(toSign.body).toContain('Đồng ý cấp giấy.');
  expect(toSign.body).toContain('Đã đối chiếu, đủ điều kiện.');
  expect((await line.dung.get(`/ho-so/${id}/ky/xem`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
  line.desk.house.clock.set('2026-11-25T10:00');
  expect((await line.dung.act(id, 'ky')).location).toBe(`/ho-so/${id}?da=ky`);
  expect(await line.desk.house.row(id)).toMatchObject({ state: 9, delivery_state: 'ready' });

  const handed = await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1', note: 'Trả cho chính chủ.' });
  expect(handed.location).toBe(`/ho-so/${id}?da=tra-ket-qua`);
  expect(await line.desk.house.row(id)).toMatchObject({ state: 10, delivery_state: 'delivered' });
  expect((await verifyJournal(line.desk.house.db)).firstBreak).toBeNull();
});

describe('who sees what', () => {
  const paths = [
    '',
    '/tiep-nhan',
    '/da-tiep-nhan',
    '/bo-sung',
    '/tu-choi',
    '/de-xuat',
    '/ky',
    '/ky/xem',
    '/tra-lai',
    '/tra-ket-qua',
    '/thu-phi',
    '/da-thu-phi',
    '/mien-phi',
  ];

  test('Em: her queue is empty and says why; of a dossier there is nothing, on any page, by any post', async () => {
    const id = await line.accepted();
    const queue = await line.em.get('/hang-doi');
    expect(queue.status).toBe(200);
    expect(queue.body).toContain('Bạn chưa được phân công');
    const before = await line.desk.house.facts(id);
    for (const path of paths) expect((await line.em.get(`/ho-so/${id}${path}`)).status, path).toBe(404);
    for (const path of [
      'tiep-nhan',
      'bo-sung',
      'tu-choi',
      'thu-ly',
      'de-xuat',
      'ky',
      'tra-lai',
      'tra-ket-qua',
      'thu-phi',
      'mien-phi',
    ])
      expect((await line.em.act(id, path)).status, path).toBe(404);
    expect((await line.em.get(`/hang-doi?mo=${id}`)).body).not.toContain('Nguyễn Văn An');
    expect((await line.em.get('/hang-doi?q=Nguyễn')).body).not.toContain('Nguyễn Văn An');
    expect(await line.desk.house.facts(id)).toEqual(before);
  });

  test('nobody unless signed in', async () => {
    const id = await line.file();
    const reply = await line.desk.app.inject({ url: `/ho-so/${id}` });
    expect([reply.statusCode, reply.headers.location]).toEqual([
      303,
      `/dang-nhap?ve=${encodeURIComponent(`/ho-so/${id}`)}`,
    ]);
  });

  test('an address that is no dossier is a page that is not there', async () => {
    for (const id of ['x', '../x', '00000000-0000-0000-0000-000000000000'])
      expect((await line.binh.get(`/ho-so/${encodeURIComponent(id)}`)).status, id).toBe(404);
  });

  test('an act that is not one’s own is forbidden; one that is over says so', async () => {
    const id = await line.accepted();
    expect((await line.chi.get(`/ho-so/${id}/tiep-nhan`)).status).toBe(403);
    expect((await line.dung.act(id, 'thu-ly')).status).toBe(403);
    const over = await line.binh.get(`/ho-so/${id}/tiep-nhan`);
    expect(over.status).toBe(409);
    expect(over.body).toContain('Tiếp nhận hồ sơ, Trần Thị Bình');
  });

  test('what stands against a button is said beside it', async () => {
    const id = await line.proposed();
    const page = (await line.chi.get(`/ho-so/${id}`)).body;
    expect(page).toMatch(/<button[^>]*disabled[^>]*>[^<]*Đề xuất kết quả/u);
    expect(page).toContain('Hồ sơ đã có đề xuất đang chờ lãnh đạo ký.');
  });
});

describe('two at once', () => {
  test('“Tiếp nhận” pressed in two windows at once: one number, and both are led to it', async () => {
    const id = await line.file();
    const other = await line.desk.official('binh');
    // Both windows stand open with the same form before either is pressed.
    const form = { version: String((await line.desk.house.row(id)).version) };
    const both = await Promise.all([line.binh, other].map((one) => one.post(`/ho-so/${id}/tiep-nhan`, form)));
    expect(both.map((one) => one.status)).toEqual([303, 303]);
    expect((await line.desk.house.facts(id)).filter((name) => name === 'dossier.accepted')).toHaveLength(1);
  });

  test('the same form sent again by the same official, after its answer was lost, leads where the first led', async () => {
    const again = async (who: Official, id: string, path: string, fields: Sent = {}) => {
      const { version } = await line.desk.house.row(id);
      const form = { version: String(version), ...fields };
      const first = await who.post(`/ho-so/${id}/${path}`, form);
      const facts = await acted(id);
      const second = await who.post(`/ho-so/${id}/${path}`, form);
      expect([path, second.status, second.location]).toEqual([path, 303, first.location]);
      expect(await acted(id)).toEqual(facts);
      return form;
    };
    const id = await line.file({ procedure: SINGLE });
    await again(line.binh, id, 'tiep-nhan');
    await again(line.chi, id, 'thu-ly');
    const propose = async () => {
      const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
      const { version: _, ...typed } = boxes(page);
      const outcome = { [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý.', note: 'Đủ điều kiện.' };
      return again(line.chi, id, 'de-xuat', { ...typed, ...outcome });
    };
    const proposed = await propose();
    await again(line.dung, id, 'tra-lai', { why: 'Ghi rõ họ tên bên nữ.' });
    // An old form of one's own is old once something else has been done.
    expect((await line.chi.post(`/ho-so/${id}/de-xuat`, proposed)).status).toBe(409);
    await propose();
    await again(line.dung, id, 'ky');
    await again(line.binh, id, 'tra-ket-qua', { identityChecked: '1' });

    const letter = { reason: 'Không thuộc thẩm quyền của xã.', legalBasis: 'NĐ 118/2025/NĐ-CP', advice: '' };
    await again(line.binh, await line.file(), 'tu-choi', letter);
    const asked = await line.file();
    const page = (await line.binh.get(`/ho-so/${asked}/bo-sung`)).body;
    const box = /name="chon" value="([^"]+)"/u.exec(page)?.[1] ?? '';
    await again(line.binh, asked, 'bo-sung', {
      chon: box,
      [`sai-${box}`]: 'Mờ.',
      [`lam-${box}`]: 'Chụp lại.',
    });
  });

  test('another official with the same form is told plainly that it is done', async () => {
    const { db } = line.desk.house;
    const id = await line.file();
    const { version, agency_id } = await line.desk.house.row(id);
    await line.binh.act(id, 'tiep-nhan');
    const seat = await db
      .selectFrom('agencies.assignment')
      .selectAll()
      .where('agency_id', '=', agency_id)
      .where('role', '=', 'intake')
      .executeTakeFirstOrThrow();
    const em = line.desk.house.people.em.personId;
    await db
      .insertInto('agencies.assignment')
      .values({ ...seat, person_id: em })
      .execute();
    const late = await line.em.post(`/ho-so/${id}/tiep-nhan`, { version });
    await db.deleteFrom('agencies.assignment').where('person_id', '=', em).execute();
    expect([late.status, late.body.includes('Xem hồ sơ')]).toEqual([409, true]);
  });

  test('a page from before the change does not act', async () => {
    const id = await line.taken();
    const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    const fields = {
      ...boxes(page),
      [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý.',
      note: 'Đủ điều kiện.\nTheo Điều 5.',
    };
    const late = await line.chi.post(`/ho-so/${id}/de-xuat`, {
      ...fields,
      version: Number(fields.version) - 1,
    });
    expect(late.status).toBe(409);
    expect(late.body).toContain('Hồ sơ vừa được người khác xử lý');
    // Who did it, and what the other had written.
    expect(wordsOf(late.body)).toContain('Việc gần nhất: Nhận thụ lý, Lê Thị Chi');
    expect(wordsOf(late.body)).toContain('Đủ điều kiện. Theo Điều 5.');
    expect((await line.chi.post(`/ho-so/${id}/de-xuat`, fields)).status).toBe(303);
    expect((await line.chi.post(`/ho-so/${await line.accepted()}/thu-ly`)).status).toBe(409);
  });
});
