// Asking for a supplement through the page: everything in one list, nothing typed is lost.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { DEATH } from '../../../../tests/support/dossier-fixture.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('asking for a supplement', () => {
  const idOf = (page: string, name: string) =>
    new RegExp(`for="chon-([a-z]+-\\d+)"[^>]*>\\s*${name}`, 'u').exec(page)?.[1] ?? '';

  test('what is too long is kept and told at its box', async () => {
    const id = await line.file({ procedure: DEATH });
    const paper = idOf((await line.binh.get(`/ho-so/${id}/bo-sung`)).body, 'Giấy báo tử');
    const long = 'Mờ. '.repeat(200).trim();
    const typed = { chon: paper, [`sai-${paper}`]: 'Mờ.', [`lam-${paper}`]: long };
    const told = await line.binh.act(id, 'bo-sung', typed);
    expect(told.status).toBe(422);
    expect(told.body).toContain('dài quá 500 ký tự; hãy viết ngắn lại.');
    expect(told.body).toContain(`href="#lam-${paper}"`);
    expect(boxes(told.body)[`lam-${paper}`]).toBe(long);
    const reason = await line.binh.act(id, 'bo-sung', { ...typed, [`lam-${paper}`]: 'Chụp.', 'ly-do': long });
    expect([reason.status, boxes(reason.body)['ly-do']]).toEqual([422, long]);
    expect((await line.desk.house.row(id)).state).toBe(1);
  });

  test('lists papers and fields, keeps what was typed on error, shows the letter, and sends it', async () => {
    const id = await line.file({ procedure: DEATH });
    const page = (await line.binh.get(`/ho-so/${id}/bo-sung`)).body;
    const paper = idOf(page, 'Giấy báo tử');
    const field = idOf(page, 'Nội dung đề nghị');
    expect([paper, field].every(Boolean)).toBe(true);

    const nothing = await line.binh.act(id, 'bo-sung', { 'ly-do': 'Để đối chiếu.' });
    expect(nothing.status).toBe(422);
    expect(nothing.body).toContain('Bạn phải chọn ít nhất một');
    expect(boxes(nothing.body)['ly-do']).toBe('Để đối chiếu.');

    const half = await line.binh.act(id, 'bo-sung', {
      chon: [paper, field],
      [`sai-${paper}`]: 'Mờ.',
      [`lam-${paper}`]: 'Chụp lại.',
      [`sai-${field}`]: 'Thiếu.',
    });
    expect(half.status).toBe(422);
    expect(half.body).toContain(`href="#lam-${field}"`);
    expect(boxes(half.body)[`sai-${paper}`]).toBe('Mờ.');

    const whole = {
      chon: [paper, field],
      [`sai-${paper}`]: 'Mờ.',
      [`lam-${paper}`]: 'Chụp lại.',
      [`sai-${field}`]: 'Thiếu.',
      [`lam-${field}`]: 'Ghi đủ.',
    };
    const preview = await line.binh.act(id, 'bo-sung?xem=1', whole);
    expect(preview.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await line.desk.house.row(id)).state).toBe(1);
    expect((await line.binh.act(id, 'bo-sung', whole)).location).toBe(`/ho-so/${id}?da=bo-sung`);
    const items = await line.desk.house.db
      .selectFrom('dossiers.supplement_item as i')
      .innerJoin('dossiers.supplement as s', 's.id', 'i.supplement_id')
      .select(['i.kind', 'i.subject', 'i.wrong', 'i.todo'])
      .where('s.dossier_id', '=', id)
      .orderBy('i.seq')
      .execute();
    expect(items).toMatchObject([
      { kind: 'component', wrong: 'Mờ.', todo: 'Chụp lại.' },
      { kind: 'field', subject: 'content', todo: 'Ghi đủ.' },
    ]);
  });
});
