// The result as the specialist proposes it and the leader signs it or gives it back.
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { boxes, boxUnder, type DeskLine, deskLine } from '../../../../tests/support/desk.ts';
import { COPIES } from '../../../../tests/support/dossier-fixture.ts';
import { bytesIn } from '../../../../tests/support/kept-files.ts';
import { verifyResult } from '../../../modules/results/index.ts';

const MORNING = '2026-11-23T09:00';
let line: DeskLine;
beforeAll(async () => {
  line = await deskLine(MORNING);
});
afterAll(async () => line.desk.close());
beforeEach(() => line.desk.house.clock.set(MORNING));

describe('the result', () => {
  test('is numbered, kept by its hash, and checked by number and code', async () => {
    const id = await line.signed();
    const issued = await line.desk.house.db
      .selectFrom('results.result')
      .selectAll()
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect(issued.number).toMatch(/^\d+\/2026\/TB-UBND$/u);
    expect(issued.signer_name).toBe('Phạm Văn Dũng');
    const bytes = await bytesIn(line.desk.house.files, issued.sha256);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(issued.sha256);
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(await verifyResult(line.desk.house.db, [issued.dossier_number], issued.check_code)).toMatchObject({
      sha256: issued.sha256,
      proofs: [
        { label: 'Người được thông báo', value: 'N… V… An' },
        { label: 'Thủ tục', value: expect.stringContaining('kết hôn') },
        { label: 'Kết quả giải quyết', value: expect.any(String) },
      ],
    });
    const got = await line.binh.get(`/ho-so/${id}/ket-qua/${issued.id}`);
    expect(createHash('sha256').update(got.bytes).digest('hex')).toBe(issued.sha256);
  });

  test('and the release of the dossier stand or fall together', async () => {
    const id = await line.proposed();
    await line.desk.house.db
      .updateTable('dossiers.proposal')
      .set({ result: JSON.stringify({ template: 'thong-bao-ket-qua@2', values: {} }) })
      .where('dossier_id', '=', id)
      .execute();
    const refused = await line.dung.act(id, 'ky');
    expect(refused.status).toBe(422);
    expect(refused.body).toContain('Văn bản kết quả còn thiếu');
    expect(await line.desk.house.row(id)).toMatchObject({ state: 4, finished_at: null });
    expect(await line.desk.house.facts(id)).not.toContain('dossier.finished');
  });

  test('keeps what is too long, on the paper, beside it or in the reason to give it back, and says so', async () => {
    const id = await line.taken();
    const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    const outcome = boxUnder(page, 'Kết quả giải quyết');
    const long = 'Đồng ý cấp giấy. '.repeat(150).trim();
    const told = await line.chi.post(`/ho-so/${id}/de-xuat`, { ...boxes(page), [outcome]: long, note: long });
    expect(told.status).toBe(422);
    expect(told.body).toContain('“Kết quả giải quyết” dài quá 1000 ký tự; hãy viết ngắn lại.');
    expect(told.body).toContain('Ý kiến đề xuất dài quá 2000 ký tự; hãy viết ngắn lại.');
    expect(boxes(told.body)).toMatchObject({ [outcome]: long, note: long });

    const proposed = await line.proposed();
    const back = await line.dung.act(proposed, 'tra-lai', { why: long });
    expect([back.status, boxes(back.body).why]).toEqual([422, long]);
    expect(back.body).toContain('Lý do trả lại dài quá 2000 ký tự; hãy viết ngắn lại.');
  });

  test('takes its rows from the form, loses empty ones and grows by a button', async () => {
    const id = await line.taken({ procedure: COPIES });
    const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    const fields = boxes(page);
    expect(Object.values(fields)).toEqual(
      expect.arrayContaining(['Bằng tốt nghiệp trung học phổ thông', 'NGUYỄN VĂN AN']),
    );
    const grown = await line.chi.post(`/ho-so/${id}/de-xuat`, {
      ...fields,
      them: /name="them" value="(\d+)"|value="(\d+)" name="them"/u.exec(page)?.slice(1).find(Boolean) ?? '',
    });
    expect(grown.status).toBe(200);
    expect(Object.keys(boxes(grown.body)).length).toBeGreaterThan(Object.keys(fields).length);
    const missing = await line.chi.post(`/ho-so/${id}/de-xuat`, { ...boxes(grown.body), note: 'Đủ.' });
    expect(missing.status).toBe(422);
    expect(missing.body).toContain('Bạn phải nhập “Quyển số”.');
    const sent = await line.chi.post(`/ho-so/${id}/de-xuat`, {
      ...boxes(grown.body),
      [boxUnder(page, 'Quyển số')]: '01/2026',
      note: 'Đủ.',
    });
    expect(sent.status).toBe(303);
    const kept = await line.desk.house.db
      .selectFrom('dossiers.proposal')
      .select('result')
      .where('dossier_id', '=', id)
      .executeTakeFirstOrThrow();
    expect((kept.result as { values: { docs: unknown[] } }).values.docs).toHaveLength(1);
  });

  test('refuses what a paper cannot print, at its box, and keeps what was typed', async () => {
    const id = await line.taken();
    const page = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    const wrong = await line.chi.post(`/ho-so/${id}/de-xuat`, {
      ...boxes(page),
      [boxUnder(page, 'Kết quả giải quyết')]: 'Đồng ý 😀',
      note: 'Đủ điều kiện.',
    });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toContain('không in được');
    expect(boxes(wrong.body).note).toBe('Đủ điều kiện.');
  });

  test('goes back to the specialist with the reason, who finds the values again', async () => {
    const id = await line.proposed();
    expect((await line.dung.act(id, 'tra-lai', { why: ' ' })).status).toBe(422);
    expect((await line.dung.act(id, 'tra-lai', { why: 'Ghi rõ ngày đăng ký.' })).location).toBe(
      `/ho-so/${id}?da=tra-lai`,
    );
    const again = (await line.chi.get(`/ho-so/${id}/de-xuat`)).body;
    expect(again).toContain('Ghi rõ ngày đăng ký.');
    expect(Object.values(boxes(again))).toContain('Đồng ý đăng ký.');
  });
});
