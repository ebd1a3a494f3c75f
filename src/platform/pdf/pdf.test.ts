// The paper press, without any outside tool: same bytes, no empty boxes, whole text, the layout rules of NĐ 30/2020.
import { inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  documentDate,
  documentDateTime,
  labelled,
  list,
  MissingGlyph,
  renderPdf,
  type Sheet,
  signatures,
  stateHeader,
  table,
  title,
  unprintable,
} from './index.ts';
import { breakLines } from './lines.ts';

const FACTS = { title: 'Giấy thử', createdAt: Temporal.Instant.from('2026-11-23T02:05:00Z') };
const paper = (build: (sheet: Sheet) => void, facts: object = {}) => renderPdf(build, { ...FACTS, ...facts });
const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\n/gu)?.length ?? 0;
const count = (pdf: Buffer, what: string) => pdf.toString('latin1').split(what).length - 1;

/** The characters that the glyphs of a paper stand for, by its ToUnicode tables. */
function lettersOf(pdf: Buffer): string[] {
  const streams = pdf.toString('latin1').match(/(?<=>>\nstream\n)[\s\S]*?(?=\nendstream)/gu) ?? [];
  return streams
    .map((stream) => inflated(Buffer.from(stream, 'latin1')))
    .filter((text) => text.includes('beginbfrange'))
    .flatMap((text) => text.match(/\[.*\]/u)?.[0].match(/<[^>]*>/gu) ?? [])
    .map((hex) =>
      String.fromCharCode(...(hex.match(/[0-9a-f]{4}/gu) ?? []).map((unit) => Number.parseInt(unit, 16))),
    );
}

function inflated(bytes: Buffer): string {
  try {
    return inflateSync(bytes).toString('latin1');
  } catch {
    return '';
  }
}

describe('day and hour in words (NĐ 30/2020, Phụ lục I, mục II.4)', () => {
  it.each([
    ['2026-01-05', 'ngày 05 tháng 01 năm 2026'],
    ['2026-02-28', 'ngày 28 tháng 02 năm 2026'],
    ['2026-03-09', 'ngày 09 tháng 3 năm 2026'],
    ['2026-10-10', 'ngày 10 tháng 10 năm 2026'],
    ['2026-12-01', 'ngày 01 tháng 12 năm 2026'],
  ])('%s is written "%s"', (day, words) => {
    expect(documentDate(Temporal.PlainDate.from(day))).toBe(words);
  });

  it('writes hour and minute with two figures', () => {
    expect(documentDateTime(Temporal.PlainDateTime.from('2026-11-27T09:05'))).toBe(
      '09 giờ 05 phút, ngày 27 tháng 11 năm 2026',
    );
  });
});

describe('bytes', () => {
  const build = (sheet: Sheet) => {
    title(sheet, 'Giấy tiếp nhận');
    labelled(sheet, 'Người nộp', 'NGUYỄN VĂN AN', { bold: true });
    table(sheet, [{ title: 'TT', share: 1 }], [['1']]);
  };

  it('are the same for the same input', async () => {
    const [one, two] = [await paper(build), await paper(build)];
    expect(one.equals(two)).toBe(true);
  });

  it('differ when the moment or the text differs', async () => {
    const one = await paper(build);
    const later = await paper(build, { createdAt: Temporal.Instant.from('2026-11-23T02:06:00Z') });
    const other = await paper((sheet) => title(sheet, 'Giấy tiếp nhậm'));
    expect(one.equals(later)).toBe(false);
    expect(one.equals(other)).toBe(false);
  });

  it('are the same for decomposed and composed letters', async () => {
    const name = 'ĐẶNG NGUYỄN PHƯƠNG DŨNG';
    const one = await paper((sheet) => labelled(sheet, 'Tên', name.normalize('NFC')));
    const two = await paper((sheet) => labelled(sheet, 'Tên', name.normalize('NFD')));
    expect(one.equals(two)).toBe(true);
  });

  it('know the letter of every glyph, whatever papers were made before', async () => {
    await paper((sheet) => sheet.paragraph('Ở ạ ỡ ộ ụ ữ Ậ'));
    const pdf = await paper((sheet) => sheet.paragraph('Đơn đề nghị cơ quan; ƠN a o u A O Ư'));
    const letters = lettersOf(pdf);
    expect([...new Set('Đơn đề nghị cơ quan; ƠN a o u A O Ư')].filter((c) => !letters.includes(c))).toEqual(
      [],
    );
    expect(letters).not.toContain('');
  });

  it('are marked PDF/A-2b, tagged, Vietnamese, with every font inside and no other one', async () => {
    const pdf = await paper(build);
    const text = pdf.toString('latin1');
    expect(text).toMatch(/<pdfaid:part>2<\/pdfaid:part>/u);
    expect(text).toMatch(/<pdfaid:conformance>B<\/pdfaid:conformance>/u);
    expect(text).toMatch(/\/Marked true/u);
    expect(text).toMatch(/\/Lang \(vi-VN\)/u);
    expect(count(pdf, '/FontFile2')).toBe(count(pdf, '/Subtype /Type0'));
    expect(count(pdf, '/FontFile2')).toBe(2);
    expect(text).not.toMatch(/Helvetica|\/Subtype \/Type1/u);
    for (const tag of ['/S /Document', '/S /H1', '/S /Table', '/S /TH', '/S /TD'])
      expect(text).toContain(tag);
  });

  it('keep the metadata well formed when a title has mark-up characters', async () => {
    const pdf = await paper(build, { title: 'Hộ "A & B" <mới>' });
    const xml = pdf.toString('utf8').match(/<x:xmpmeta[\s\S]*<\/x:xmpmeta>/u)?.[0] ?? '';
    expect(xml).toContain('A ＆ B');
    expect(xml).not.toMatch(/&(?!amp;)|<mới/u);
  });
});

describe('characters', () => {
  it.each(['☃', '漢', '😀', 'Nguyễn ﷽ An'])('refuses "%s" instead of printing an empty box', async (text) => {
    await expect(paper((sheet) => sheet.paragraph(text))).rejects.toThrow(MissingGlyph);
    expect(unprintable(text)).not.toEqual([]);
  });

  it('names the character', async () => {
    await expect(paper((sheet) => sheet.paragraph('vui 😀 lắm'))).rejects.toThrow('😀 (U+1F600)');
    expect(unprintable('vui 😀😀 漢')).toEqual(['😀', '漢']);
  });

  it.each([
    'ẮẰẲẴẶ ẤẦẨẪẬ ẾỀỂỄỆ ỐỒỔỖỘ ỚỜỞỠỢ ỨỪỬỮỰ ÝỲỶỸỴ Đđ',
    'Y Bĭh Êban, H’Hen Niê, Ksor Ơ̆',
    'Müller, Łukasz, Ñandú, Иван, Ελένη',
    '“ngoặc” – gạch — 50 % ½ 1.000 ₫ § № …',
    'hai\tcột\u00a0và\u200b không\ufeff thấy',
  ])('prints "%s"', async (text) => {
    expect(unprintable(text)).toEqual([]);
    await expect(paper((sheet) => sheet.paragraph(text))).resolves.toBeInstanceOf(Buffer);
  });
});

describe('lines', () => {
  const measure = (text: string) => text.length;
  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'ễ', 'Q', '1', '-', '/'), maxLength: 40 }), {
    maxLength: 60,
  });

  it('never lose a character and never pass the edge', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 30 }), fc.nat(20), (parts, width, indent) => {
        const text = parts.join(' ');
        const lines = breakLines(text, width, measure, Math.min(indent, width - 1));
        const joined = lines.map((line) => line.pieces.map((piece) => piece.text).join('')).join('');
        expect(joined.replace(/ /gu, '')).toBe(text.replace(/ /gu, ''));
        for (const line of lines) expect(line.width).toBeLessThanOrEqual(width);
      }),
    );
  });

  it('keep a full stop with the bold word before it', () => {
    const lines = breakLines([{ text: 'chữ ' }, { text: 'đậm', style: 'bold' }, { text: '.' }], 7, measure);
    expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual(['chữ ', 'đậm.']);
  });

  it('keep a closing space on every line but the last, so that copied text reads on', () => {
    const lines = breakLines('một hai\nba', 4, measure);
    expect(lines.map((line) => line.pieces.map((piece) => piece.text).join(''))).toEqual([
      'một ',
      'hai ',
      'ba',
    ]);
  });
});

describe('pages', () => {
  it('stay one for a short paper', async () => {
    expect(pagesOf(await paper((sheet) => sheet.paragraph('ngắn')))).toBe(1);
  });

  it('follow long text, and long words without any space', async () => {
    expect(pagesOf(await paper((sheet) => sheet.paragraph('chữ '.repeat(5000))))).toBeGreaterThan(3);
    expect(pagesOf(await paper((sheet) => sheet.paragraph('W'.repeat(9000))))).toBeGreaterThan(2);
  });

  it('cut a table row that is longer than a page', async () => {
    const columns = [
      { title: 'TT', share: 1 },
      { title: 'Nội dung', share: 4 },
    ];
    const pdf = await paper((sheet) => table(sheet, columns, [['1', 'rất dài '.repeat(2500)]]));
    expect(pagesOf(pdf)).toBeGreaterThan(2);
    expect(count(pdf, '/S /TR')).toBe(2);
  });

  it('keep signatures together on one page', async () => {
    const block = { title: ['NGƯỜI NỘP'], note: '(Ký)', name: 'An' };
    let before = 0;
    let after = 0;
    await paper((sheet) => {
      sheet.y = sheet.bottom - 40;
      before = sheet.pdf.bufferedPageRange().count;
      signatures(sheet, block, block);
      after = sheet.pdf.bufferedPageRange().count;
      expect(sheet.y).toBeLessThan(sheet.bottom);
    });
    expect([before, after]).toEqual([1, 2]);
  });

  it('never leave a list mark without its text', async () => {
    await paper((sheet) => {
      sheet.y = sheet.bottom - 20;
      list(sheet, ['hai dòng '.repeat(20)], { mark: '-' });
      expect(sheet.pdf.bufferedPageRange().count).toBe(2);
      expect(sheet.y).toBeGreaterThan(sheet.top + 25);
    });
  });
});

it('the head writes the issuing body in capitals and takes long names', async () => {
  const head = {
    issuingBody: 'Trung tâm Phục vụ hành chính công xã Hiệp Hòa',
    place: 'Hiệp Hòa',
    date: Temporal.PlainDate.from('2026-02-05'),
  };
  const short = await paper((sheet) => stateHeader(sheet, head));
  const long = await paper((sheet) =>
    stateHeader(sheet, { ...head, parentBody: 'Ủy ban nhân dân '.repeat(12), number: '12/TNHS' }),
  );
  expect(pagesOf(short)).toBe(1);
  expect(pagesOf(long)).toBe(1);
});
