// The queues through the page: who has which, what is first, pages that do not shift, the search that stays at home.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { SINGLE } from '../../../../tests/support/dossier-fixture.ts';

let line: DeskLine;
const ids: Record<string, string> = {};

beforeAll(async () => {
  line = await deskLine('2026-11-19T08:00');
  ids.accepted = await line.accepted({ procedure: SINGLE });
  ids.mine = await line.taken();
  ids.toSign = await line.proposed();
  ids.toDeliver = await line.signed();
  line.desk.house.clock.set('2026-11-20T15:30');
  ids.first = await line.file({ name: 'Đỗ Thị Ánh Tuyết' });
  line.desk.house.clock.set('2026-11-23T09:00');
  ids.second = await line.file({ name: 'Nguyễn Đình 100%' });
  line.desk.house.clock.set('2026-11-23T13:30');
});
afterAll(async () => line.desk.close());

/** Names of the queues with their counts. */
const tabs = (page: string) =>
  [...page.matchAll(/class="mc-tabs__link"[^>]*>([^<]+)(?:<span[^>]*>\s*(\d+)<)?/gu)].map(([, name, count]) =>
    `${name} ${count ?? ''}`.trim(),
  );
/** Ids of the dossiers in the list, in order. */
const listed = (page: string) =>
  [...page.matchAll(/mc-desk__link" href="[^"]*mo=([0-9a-f-]{36})/gu)].map((found) => found[1]);

test('each seat has its queues, with what waits in them', async () => {
  expect(tabs((await line.binh.get('/hang-doi')).body)).toEqual([
    'Mới đăng ký 2',
    'Chờ thụ lý 1',
    'Đang xử lý 2',
    'Chờ bổ sung 0',
    'Chờ trả kết quả 1',
    'Đã xong',
  ]);
  expect(tabs((await line.chi.get('/hang-doi')).body)).toEqual([
    'Chờ thụ lý 1',
    'Tôi đang xử lý 1',
    'Chờ ký 1',
    'Chờ bổ sung 0',
    'Đã xong',
  ]);
  expect(tabs((await line.dung.get('/hang-doi')).body)).toEqual([
    'Chờ ký 1',
    'Đang xử lý 2',
    'Chờ bổ sung 0',
    'Đã xong',
  ]);
});

test('the page one comes to is the first queue with something in it; another seat’s queue is not to be had', async () => {
  expect(listed((await line.dung.get('/hang-doi')).body)).toEqual([ids.toSign]);
  expect(listed((await line.dung.get('/hang-doi?loai=moi')).body)).toEqual([ids.toSign]);
  expect((await line.binh.get('/')).location).toBe('/hang-doi');
});

test('the most pressing is first, with what is left of the eight working hours', async () => {
  const { body } = await line.binh.get('/hang-doi?loai=moi');
  expect(listed(body)).toEqual([ids.first, ids.second]);
  // Sent Fri 20/11 15:30: two hours that day, six on Mon 23/11 → 15:30; it is 13:30.
  expect(body).toContain('15:30 ngày 23/11/2026');
  expect(body).toContain('còn 2 giờ làm việc');
});

test('a dossier is seen beside the list, with the one before and the one after', async () => {
  const { body } = await line.binh.get(`/hang-doi?loai=moi&mo=${ids.second}`);
  expect(body).toContain('id="ho-so-dang-xem"');
  expect(body).toContain(`rel="prev" href="/hang-doi?loai=moi&amp;mo=${ids.first}"`);
  expect(body).not.toContain('rel="next"');
});

test.each([
  ['a number’s end', () => '-00001'],
  ['a name without its marks', () => 'do thi anh tuyet'],
  ['a part of a name', () => 'Ánh Tuy'],
  [
    'a request code in small letters',
    async () => (await line.desk.house.row(ids.first as string)).request_code.toLowerCase(),
  ],
])('the search finds %s', async (_what, q) => {
  const wanted = (await q()).startsWith('-') ? ids.accepted : ids.first;
  expect(listed((await line.binh.get(`/hang-doi?q=${encodeURIComponent(await q())}`)).body)).toEqual([
    wanted,
  ]);
});

test.each([
  ['its dashes left out', (code: string) => code.replaceAll('-', '')],
  ['long dashes', (code: string) => code.replaceAll('-', '–')],
  ['spaces and a full stop', (code: string) => `${code.replaceAll('-', ' ')}.`],
  ['signs that nobody sees', (code: string) => `\u200b${code}\u00a0`],
  ['a message around it', (code: string) => `Ho so ${code} cua D.T.A.Tuyet`],
])('a request code with %s is found', async (_what, told) => {
  const { request_code } = await line.desk.house.row(ids.first as string);
  const { body } = await line.binh.get(`/hang-doi?q=${encodeURIComponent(told(request_code))}`);
  expect(listed(body)).toEqual([ids.first]);
});

test('a number is found without its dots and dashes, with O for 0', async () => {
  const number = String((await line.desk.house.row(ids.accepted as string)).number);
  for (const told of [number.replace(/[.-]/gu, ''), number.replaceAll('0', 'o'), number.replaceAll('-', ' ')])
    expect([told, listed((await line.binh.get(`/hang-doi?q=${told}`)).body)]).toEqual([told, [ids.accepted]]);
});

test('signs of SQL patterns are letters like any other', async () => {
  expect(listed((await line.binh.get('/hang-doi?q=100%25')).body)).toEqual([ids.second]);
  expect(listed((await line.binh.get('/hang-doi?q=%25%25')).body)).toEqual([]);
});

test('a search of another commune’s desk finds nothing here', async () => {
  const { db, people, agencyId } = line.desk.house;
  const elsewhere = await db
    .selectFrom('agencies.agency')
    .select('id')
    .where('id', '!=', agencyId)
    .where('kind', '=', 'committee')
    .where('valid_to', 'is', null)
    .executeTakeFirstOrThrow();
  const seat = {
    person_id: people.em.personId,
    agency_id: elsewhere.id,
    role: 'intake',
    title: '',
    valid_from: '2026-01-01',
  };
  await db.insertInto('agencies.assignment').values(seat).execute();
  const page = await line.em.get('/hang-doi?q=nguyen');
  const looked = await line.em.get(`/hang-doi?mo=${ids.first}`);
  await db.deleteFrom('agencies.assignment').where('person_id', '=', people.em.personId).execute();
  expect(page.body).toContain('Không tìm thấy hồ sơ nào');
  expect(looked.status).toBe(404);
});

test('the list goes on by pages of fifty in which nobody stands twice and nobody is missed', async () => {
  // In rounds: one person may not have sixty drafts open at once.
  const all: string[] = [];
  for (let round = 0; round < 4; round++)
    all.push(...(await Promise.all(Array.from({ length: 15 }, () => line.file()))));
  const first = (await line.binh.get('/hang-doi?loai=moi')).body;
  const next = /rel="next" href="([^"]+)"/u.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const second = (await line.binh.get(next)).body;
  expect(listed(first)).toHaveLength(50);
  expect(new Set([...listed(first), ...listed(second)])).toEqual(new Set([ids.first, ids.second, ...all]));
  expect(second).not.toContain('rel="next"');
  expect((await line.binh.get('/hang-doi?loai=moi&sau=2026-99-99T00:00:00Z~x')).status).toBe(200);
});
