// The slips without any outside tool: the right form for the day, any size of dossier, same bytes each time.
import { describe, expect, it } from 'vitest';
import { MissingGlyph } from '../../../platform/pdf/index.ts';
import { paperSetAt, renderSlip01, renderSlip02, renderSlip03, type Slip01Data } from './index.ts';
import { at, common, receipt, refusal, supplement } from './sample-slips.ts';

const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/gu)?.length ?? 0;
const boxOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/MediaBox \[0 0 ([\d.]+)/u)?.[1];

describe('the set of forms on a day', () => {
  it.each([
    ['2023-05-15', 'TT01/2018', 'A5', 'Thông tư số 01/2018/TT-VPCP'],
    ['2025-09-14', 'TT01/2018', 'A5', 'the last day before TT 03/2025/TT-VPCP'],
    ['2025-09-15', 'TT03/2025', 'A4', 'Thông tư số 03/2025/TT-VPCP, its first day'],
    ['2026-11-23', 'TT03/2025', 'A4', 'today'],
  ])('%s: %s on %s (%s)', (day, id, size) => {
    const set = paperSetAt(Temporal.PlainDate.from(day));
    expect([set.id, set.page.size]).toEqual([id, size]);
  });

  it('is that of the day of issue in Vietnam, also just after midnight', async () => {
    const before = await renderSlip03({ ...refusal, at: at('2025-09-14T23:59') });
    const after = await renderSlip03({ ...refusal, at: at('2025-09-15T00:00') });
    expect(Number(boxOf(before))).toBeCloseTo(419.53, 1);
    expect(Number(boxOf(after))).toBeCloseTo(595.28, 1);
  });
});

const components = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    name: `Giấy tờ số ${index + 1}`,
    originals: 1,
    copies: 0,
    files: 1,
  }));
const nameless = { ...common.dossier, applicant: { name: 'ĐẶNG NGUYỄN PHƯƠNG DŨNG '.repeat(6) } };
const long = 'Lý do cụ thể của việc này. '.repeat(200).slice(0, 5000);

describe('any dossier', () => {
  it('an ordinary receipt is one sheet, on A4 and on the older A5', async () => {
    expect(pagesOf(await renderSlip01(receipt))).toBe(1);
    expect(pagesOf(await renderSlip01({ ...receipt, at: at('2023-05-15T09:00') }))).toBe(1);
  });

  it.each([
    [1, 1],
    [7, 2],
    [40, 2],
  ])('a receipt of %i papers takes %i sheets, and works without phone and e-mail', async (count, sheets) => {
    const data: Slip01Data = { ...receipt, components: components(count) };
    expect(pagesOf(await renderSlip01(data))).toBe(sheets);
    expect(pagesOf(await renderSlip01({ ...data, dossier: nameless }))).toBeLessThanOrEqual(sheets + 1);
  });

  it('a request of 40 points and one of 5,000 characters', async () => {
    const [item] = supplement.items;
    const items = Array.from({ length: 40 }, () => item ?? { subject: '', wrong: '', todo: '' });
    expect(pagesOf(await renderSlip02({ ...supplement, items }))).toBeGreaterThan(2);
    const wordy = {
      ...supplement,
      dossier: nameless,
      items: [{ subject: 'Tờ khai', wrong: long, todo: long }],
    };
    expect(pagesOf(await renderSlip02(wordy))).toBeGreaterThan(1);
  });

  it('a refusal with a reason of 5,000 characters', async () => {
    expect(pagesOf(await renderSlip03({ ...refusal, dossier: nameless, reason: long }))).toBe(2);
  });
});

describe('bytes', () => {
  it('are the same for the same slip', async () => {
    expect((await renderSlip01(receipt)).equals(await renderSlip01(receipt))).toBe(true);
    expect((await renderSlip02(supplement)).equals(await renderSlip02(supplement))).toBe(true);
    expect((await renderSlip03(refusal)).equals(await renderSlip03(refusal))).toBe(true);
  });

  it('change with the secret code', async () => {
    const other = await renderSlip01({ ...receipt, secretCode: 'AAAA-BBBB' });
    expect((await renderSlip01(receipt)).equals(other)).toBe(false);
  });
});

describe('what may not be printed', () => {
  it('a refusal without a reason (NĐ 118/2025: the reason is stated in writing)', () => {
    expect(() => renderSlip03({ ...refusal, reason: ' \n ' })).toThrow(RangeError);
  });

  it('a character without a glyph', async () => {
    await expect(renderSlip03({ ...refusal, reason: 'Thiếu giấy 😀' })).rejects.toThrow(MissingGlyph);
  });
});
