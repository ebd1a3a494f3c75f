// Not accepting: a ready reason, its legal basis, the letter first.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { OWED, owe } from '../../../../tests/support/desk-works.ts';
import { formatMoney } from '../../../rules/kernel/index.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('refusing', () => {
  test('a ready reason fills the boxes; without a basis the page comes back; then it is done', async () => {
    const id = await line.file();
    const ready = await line.binh.act(id, 'tu-choi', { mau: '0' });
    expect(ready.status).toBe(200);
    const letter = boxes(ready.body);
    expect(letter.reason).toContain('không thuộc thẩm quyền');
    const bare = await line.binh.act(id, 'tu-choi', {
      reason: letter.reason ?? '',
      legalBasis: '',
      advice: '',
    });
    expect(bare.status).toBe(422);
    expect(boxes(bare.body).reason).toBe(letter.reason);
    expect(
      (await line.binh.act(id, 'tu-choi?xem=1', { reason: 'x', legalBasis: 'y', advice: '' })).bytes
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    const { reason = '', legalBasis = '', advice = '' } = letter;
    const gap = await line.binh.act(id, 'tu-choi', { reason, legalBasis, advice });
    expect(gap.status).toBe(422);
    expect(gap.body).toMatch(/id="advice-error"[\s\S]*Câu này còn bỏ dở/u);
    const whole = advice.replace(/\[.*\]/u, 'UBND xã Lương Phong');
    expect((await line.binh.act(id, 'tu-choi', { reason, legalBasis, advice: whole })).location).toBe(
      `/ho-so/${id}?da=tu-choi`,
    );
    expect((await line.desk.house.row(id)).state).toBe(3);
  });

  test('whoever refuses a dossier that was paid is told that the money has to go back', async () => {
    const [paid, open] = [await line.file(), await line.file()];
    for (const id of [paid, open]) await owe(line.desk.house, id);
    const taken = { payer: 'Nguyễn Văn An', amount: String(OWED) };
    expect((await line.binh.act(paid, 'thu-phi', taken)).status).toBe(303);
    const told = `Hồ sơ này đã nộp ${formatMoney(OWED)}.`;
    expect((await line.binh.get(`/ho-so/${paid}/tu-choi`)).body).toContain(told);
    expect((await line.binh.get(`/ho-so/${open}/tu-choi`)).body).not.toContain('Hồ sơ này đã nộp');
  });

  test('a letter with too much in a box comes back whole and says so', async () => {
    const id = await line.file();
    const letter = { reason: 'Không thuộc thẩm quyền. '.repeat(100).trim(), legalBasis: 'NĐ', advice: '' };
    const told = await line.binh.act(id, 'tu-choi', letter);
    expect(told.status).toBe(422);
    expect(told.body).toContain('Lý do không tiếp nhận dài quá 2000 ký tự; hãy viết ngắn lại.');
    expect(boxes(told.body).reason).toBe(letter.reason);
  });

  test('what cannot be printed is named at its box, in the look as in the act', async () => {
    const id = await line.file();
    const letter = {
      reason: 'Không thuộc thẩm quyền của xã 😀.',
      legalBasis: 'NĐ 118/2025/NĐ-CP',
      advice: '',
    };
    for (const path of ['tu-choi?xem=1', 'tu-choi']) {
      const wrong = await line.binh.act(id, path, letter);
      expect([path, wrong.status, wrong.body.includes('href="#reason"')]).toEqual([path, 422, true]);
    }
    expect((await line.desk.house.row(id)).state).toBe(1);
  });
});
