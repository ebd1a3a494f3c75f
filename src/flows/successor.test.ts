// Xã Lương Phong was dissolved on 01/07/2025: what it had accepted is signed, numbered, told and handed out by xã Hiệp Hòa.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestSignings, testSignings } from '../../tests/support/signing.ts';
import { noticeView, openAtDesk } from '../modules/dossiers/index.ts';
import { noticeOfDossier } from '../modules/notices/index.ts';
import { bookOf } from '../modules/results/index.ts';
import { countsOf, queuesFor, seatsOf } from '../modules/worklists/index.ts';
import { type DossierId, dateOf } from '../rules/kernel/index.ts';
import { namedTemplate, orderOf, seatTitle, valuesOn } from './result-order.ts';

const IN_JUNE = '2025-06-26T09:00';
const IN_JULY = '2025-07-02T09:00';
const PLACE = 'Xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang';
const NOW = `Xã Hiệp Hòa, tỉnh Bắc Ninh (trước 01/07/2025 là xã Lương Phong, huyện Hiệp Hòa, tỉnh Bắc Giang)`;
const ANSWERS = {
  'requester.fullName': 'Nguyễn Văn An',
  'requester.birthDate': '1990-03-15',
  'requester.personalNumber': '024090001234',
  'requester.address': { unitCode: '07846', asOf: '2025-06-26', unitName: PLACE, detail: 'Thôn Khánh Vân' },
  'requester.phone': '0912345678',
  content: 'Đề nghị đăng ký kết hôn tại nhà, vì người yêu cầu là người khuyết tật.',
};

let line: TestSignings;
let id: string;
const today = () => dateOf(line.house.clock.now());
beforeAll(async () => {
  line = await testSignings(IN_JUNE, { unit: '07846' });
  id = await line.proposed({ answers: ANSWERS });
});
afterAll(() => line.house.close());

test('in June it is the dossier of xã Lương Phong', () => {
  const agency = line.house.books.agency(line.house.agencyId, today());
  expect(agency).toMatchObject({ name: 'UBND xã Lương Phong', formerly: '', called: 'UBND xã Lương Phong' });
});

describe('in July', () => {
  beforeAll(() => line.house.clock.set(IN_JULY));

  test('the body that answers is xã Hiệp Hòa, with its centre; the old name stands in brackets', () => {
    const agency = line.house.books.agency(line.house.agencyId, today());
    expect(agency).toMatchObject({
      name: 'UBND xã Hiệp Hòa',
      called: 'UBND xã Hiệp Hòa (trước 01/07/2025 là UBND xã Lương Phong)',
      desk: 'Trung tâm Phục vụ hành chính công xã Hiệp Hòa',
      parentBody: 'UBND tỉnh Bắc Ninh',
      inForce: true,
    });
  });

  test('its officials find the dossier in their queues and open it; a seat at the dissolved body alone is none', async () => {
    const { house } = line;
    const { dung, em } = house.people;
    const asker = { personId: dung.personId, today: today() };
    const seats = await seatsOf(house.db, asker);
    const counts = await countsOf(house.db, asker, queuesFor(seats.map((seat) => seat.role)));
    expect(Object.values(counts)).toContain(1);
    const open = (actor: typeof dung) =>
      openAtDesk(house.db, { dossierId: id, actor, now: house.clock.now(), what: {} });
    expect((await open(dung)).ok).toBe(true);
    expect((await open(em)).ok).toBe(false);

    await sql`insert into agencies.assignment (person_id, agency_id, role, title, valid_from)
      values (${em.personId}::uuid, ${house.agencyId}::uuid, 'leader', 'Chủ tịch', '2024-01-01')`.execute(
      house.db,
    );
    expect((await open(em)).ok).toBe(false);
    house.clock.set(IN_JUNE);
    expect((await open(em)).ok).toBe(true);
    house.clock.set(IN_JULY);
  });

  test('what was proposed in June says places and bodies as they are called today', async () => {
    const { house, signing } = line;
    const { rows } = await sql<{ answers: typeof ANSWERS; procedure_id: string; form_hash: string }>`
      select answers, procedure_id, form_hash from dossiers.dossier where id = ${id}::uuid`.execute(house.db);
    const [row] = rows;
    const dossier = {
      agencyId: house.agencyId,
      procedureId: row!.procedure_id,
      formHash: row!.form_hash,
      answers: row!.answers,
    };
    const at = Temporal.Instant.from('2025-06-26T03:00:00Z');
    const values = {
      'applicant.address': `Thôn Khánh Vân, ${PLACE}`,
      'agency.name': 'Ủy ban nhân dân xã Lương Phong',
    };
    expect(valuesOn(signing, dossier, { values, at }, today())).toEqual({
      'applicant.address': `Thôn Khánh Vân, ${NOW}`,
      'agency.name': 'Ủy ban nhân dân xã Hiệp Hòa',
    });
  });

  test('the head of the paper, the place of its date and the signer’s title are those of today', async () => {
    const { house, signing } = line;
    const order = orderOf(signing, {
      dossier: { id: id as DossierId, number: 'x', agencyId: house.agencyId },
      day: today(),
      template: namedTemplate(signing, 'thong-bao-ket-qua@2'),
      values: {},
      title: await seatTitle(
        signing,
        house.db,
        house.people.dung.personId,
        house.agencyId,
        house.clock.now(),
      ),
    });
    expect(order.agency).toMatchObject({
      name: 'Ủy ban nhân dân xã Hiệp Hòa',
      parentBody: 'Ủy ban nhân dân tỉnh Bắc Ninh',
      place: 'Hiệp Hòa',
    });
    expect(order.signerTitle.join(' ')).not.toBe('');
  });

  test('signed in July: a number of the successor’s book, none of the dissolved one’s', async () => {
    const { house } = line;
    const signed = await line.press(id);
    expect(signed).toMatchObject({ ok: true });
    const successor = house.books.agency(house.agencyId, today()).id;
    expect(successor).not.toBe(house.agencyId);
    expect(await bookOf(house.db, house.agencyId, 2025)).toEqual([]);
    expect(await bookOf(house.db, successor, 2025)).toMatchObject([
      { dossierId: id, state: 'used', serial: 1 },
    ]);
  });

  test('the owner is told by the name of today, the old one in brackets where it fits', async () => {
    const view = await noticeView(line.house.db, id, today());
    expect(view).toMatchObject({ agencyName: 'UBND xã Hiệp Hòa', formerAgency: 'UBND xã Lương Phong' });
    const sms = noticeOfDossier('dossier.finished', view!);
    expect(sms?.text).toContain('xa Hiep Hoa (truoc la UBND xa Luong Phong)');
    const before = await noticeView(line.house.db, id, today().subtract({ days: 10 }));
    expect(before).toMatchObject({ agencyName: 'UBND xã Lương Phong', formerAgency: '' });
  });

  test('the database and the program agree about every body on every day that one of them ended', async () => {
    const { house } = line;
    const { rows } = await sql<{ id: string; day: string; body: string }>`
      select a.id, d.day::text, agencies.body_on(a.id, d.day) as body
      from agencies.agency a, (select distinct valid_to as day from agencies.agency where valid_to is not null) d
      where a.valid_from <= d.day`.execute(house.db);
    expect(rows.length).toBeGreaterThan(500);
    const differing = rows.filter(
      ({ id: agency, day, body }) => house.books.agency(agency, Temporal.PlainDate.from(day)).id !== body,
    );
    expect(differing).toEqual([]);
  });
});
