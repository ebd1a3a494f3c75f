// Handing the result over, at the counter and by post.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { SINGLE } from '../../../../tests/support/dossier-fixture.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('handing over', () => {
  test('at the counter the identity is ticked', async () => {
    const id = await line.signed({ procedure: SINGLE });
    const unseen = await line.binh.act(id, 'tra-ket-qua');
    expect([unseen.status, unseen.body.includes('href="#identityChecked"')]).toEqual([422, true]);
    expect((await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1' })).status).toBe(303);
  });

  test('a note that is too long is kept and told', async () => {
    const id = await line.signed({ procedure: SINGLE });
    const note = 'Trả cho chính chủ. '.repeat(60).trim();
    const told = await line.binh.act(id, 'tra-ket-qua', { identityChecked: '1', note });
    expect([told.status, told.body.includes('Ghi chú dài quá 1000 ký tự; hãy viết ngắn lại.')]).toEqual([
      422,
      true,
    ]);
    expect(boxes(told.body).note).toBe(note);
  });

  test('a fee that nobody counted is named before the result goes out', async () => {
    const id = await line.signed({ procedure: SINGLE });
    const undecided = 'Một khoản do Hội đồng nhân dân cấp tỉnh quy định.';
    const fee = JSON.stringify({ lines: [], total: 0, when: 'return', online: false, undecided });
    await line.desk.house.db.updateTable('dossiers.dossier').set({ fee }).where('id', '=', id).execute();
    const page = (await line.binh.get(`/ho-so/${id}/tra-ket-qua`)).body;
    expect(page).toContain(`Hồ sơ này có khoản phí hệ thống chưa tính: ${undecided}`);
  });

  test('by post nobody stands at the counter to be checked', async () => {
    const id = await line.signed({ procedure: SINGLE, returnChannel: 'post' });
    expect((await line.binh.get(`/ho-so/${id}/tra-ket-qua`)).body).not.toContain('identityChecked');
    expect((await line.binh.act(id, 'tra-ket-qua')).status).toBe(303);
  });
});
