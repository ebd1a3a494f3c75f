// A day's appointments at the desk: those of one's own agency, half-day by half-day, without the refused; and where else a visit is told.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { COPIES, COPY_ANSWERS, SINGLE } from '../../../../tests/support/dossier-fixture.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());

const on = async (day: string, who = line.binh) => (await who.get(`/lich-hen?ngay=${day}`)).body;

test('who comes is listed on the day, with telephone, number and half-day; other days are empty', async () => {
  const id = await line.file({ procedure: COPIES, name: 'Trần Thị Hẹn' });
  await line.file({ procedure: SINGLE, name: 'Lê Không Hẹn' });
  const body = await on('2026-12-01');
  for (const said of [
    'Sáng thứ Ba 01/12/2026 (07:30 đến 11:30)',
    'Trần Thị Hẹn',
    '0912345678',
    `/ho-so/${id}`,
  ])
    expect(body).toContain(said);
  expect(body).not.toContain('Lê Không Hẹn');
  expect(await on('1/12/2026')).toContain('Trần Thị Hẹn');
  for (const other of ['2026-11-30', '2026-12-02', '', 'mai', '2026-13-01'])
    expect(await on(other)).toContain('Không có ai hẹn đến ngày này.');
  expect((await line.binh.get(`/ho-so/${id}`)).body).toContain('Sáng thứ Ba 01/12/2026 (07:30 đến 11:30)');
  expect(await on('2026-12-01', line.em)).not.toContain('Trần Thị Hẹn');
});

test('a refused dossier brings nobody', async () => {
  const id = await line.file({ procedure: COPIES, name: 'Phạm Thị Thôi' });
  const letter = {
    reason: 'Giấy tờ không thuộc diện chứng thực.',
    legalBasis: 'NĐ 23/2015/NĐ-CP',
    advice: '',
  };
  expect((await line.binh.act(id, 'tu-choi', letter)).status).toBe(303);
  expect(await on('2026-12-01')).not.toContain('Phạm Thị Thôi');
});

test.each([
  ['a Sunday', '2026-11-29T07:30/11:30'],
  ['a day that is past', '2026-11-20T07:30/11:30'],
  ['a day too far ahead', '2027-03-01T07:30/11:30'],
  ['an hour without office', '2026-12-01T18:00/20:00'],
])('%s cannot be sent', async (_what, appointment) => {
  await expect(line.file({ procedure: COPIES, answers: { ...COPY_ANSWERS, appointment } })).rejects.toThrow(
    /appointment/u,
  );
});
