// A look at a letter that is not finished shows where something is still missing: at every act that offers the look.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pdfWords } from '../../../tests/journeys/pdf-words.ts';
import { boxes, type DeskLine, deskLine } from '../../../tests/support/desk.ts';
import { DEATH } from '../../../tests/support/dossier-fixture.ts';

const MORNING = '2026-11-23T09:00';
const GAP = /(?:…|\.){6,}/u;
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

/** The letter as it is looked at with these boxes. */
async function look(id: string, path: string, fields: Record<string, string | string[]>): Promise<string> {
  const answer = await line.binh.act(id, `${path}?xem=1`, fields);
  expect([path, fields, answer.status, answer.type]).toEqual([path, fields, 200, 'application/pdf']);
  return pdfWords(answer.bytes);
}

describe('Mẫu 03', () => {
  const whole = { reason: 'Không thuộc thẩm quyền.', legalBasis: 'NĐ 118/2025/NĐ-CP', advice: 'Nộp ở tỉnh.' };

  test.each([
    ['reason', { ...whole, reason: '' }],
    ['legalBasis', { ...whole, legalBasis: '   ' }],
    ['both', { ...whole, reason: '', legalBasis: '' }],
    ['all', { reason: '', legalBasis: '', advice: '' }],
  ])('without %s shows the gap', async (_, fields) => {
    const id = await line.file();
    expect(await look(id, 'tu-choi', fields)).toMatch(GAP);
    expect((await line.desk.house.row(id)).state).toBe(1);
  });

  test('when whole has no gap, and none where nothing need stand', async () => {
    const id = await line.file();
    const gaps = async (fields: Record<string, string>) =>
      [...(await look(id, 'tu-choi', fields)).matchAll(/(?:…|\.){6,}/gu)].length;
    const withAll = await gaps(whole);
    expect(await gaps({ ...whole, advice: '' })).toBe(withAll);
    expect(await gaps({ ...whole, reason: '' })).toBeGreaterThan(withAll);
  });
});

describe('Mẫu 02', () => {
  const chosen = async (id: string) =>
    /for="chon-([a-z]+-\d+)"/u.exec((await line.binh.get(`/ho-so/${id}/bo-sung`)).body)?.[1] ?? '';

  test('shows the gap with nothing ticked, and with a ticked paper of which nothing is said', async () => {
    const id = await line.file({ procedure: DEATH });
    const paper = await chosen(id);
    const looks: Record<string, string>[] = [
      {},
      { chon: paper },
      { chon: paper, [`sai-${paper}`]: 'Mờ.' },
      { chon: paper, [`lam-${paper}`]: 'Chụp lại.' },
    ];
    for (const fields of looks) expect(await look(id, 'bo-sung', fields)).toMatch(GAP);
    expect((await line.desk.house.row(id)).state).toBe(1);
  });
});

describe('the result', () => {
  test('shows the gap wherever a value is still missing', async () => {
    const id = await line.taken({ procedure: DEATH });
    const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    const typed = boxes(page);
    const names = Object.keys(typed).filter((name) => /^v-\d+$/u.test(name));
    expect(names.length).toBeGreaterThan(1);
    for (const empty of [names, ...names.map((name) => [name])]) {
      const fields = { ...typed, ...Object.fromEntries(empty.map((name) => [name, ''])) };
      const answer = await line.chi.act(id, 'de-xuat?xem=1', fields);
      expect([empty, answer.status, answer.type]).toEqual([empty, 200, 'application/pdf']);
    }
    const braced = await line.chi.act(id, 'de-xuat?xem=1', {
      ...typed,
      [names.at(-1) ?? '']: 'Ghi {{x}} và }}',
    });
    expect([braced.status, pdfWords(braced.bytes).includes('{{x}} và }}')]).toEqual([200, true]);
    const bare = Object.fromEntries(names.map((name) => [name, '']));
    expect(pdfWords((await line.chi.act(id, 'de-xuat?xem=1', { ...typed, ...bare })).bytes)).toMatch(GAP);
    expect((await line.chi.act(id, 'de-xuat', { ...typed, ...bare })).status).toBe(422);
  });
});
