// Files come in and go out: judged by their bytes, kept once, and never half.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { bytesIn, filesUnder, namesIn } from '../../../tests/support/kept-files.ts';
import { said } from '../../../tests/support/said.ts';
import { sha256 } from '../../platform/crypto.ts';
import { LANGUAGES } from '../../rules/kernel/index.ts';
import {
  downloadHeaders,
  type FileStore,
  type Finding,
  fileName,
  openFile,
  receiveFile,
  storeBytes,
  verifyFiles,
} from './index.ts';
import { ASKS, LOCKED_SCRIPT, OWNER_ONLY } from './pdf/locked.fixture.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
let test: TestDatabase;
let files: FileStore;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-files-'));
  files = await filesUnder(folder);
  await test.db.deleteFrom('files.blob').execute();
  return () => rmSync(folder, { recursive: true, force: true });
});

const latin = (text: string) => Buffer.from(text, 'latin1');

/** A whole PDF of one empty page; `trailer` goes into its dictionary. */
function pdf(trailer = '', body = ''): Buffer {
  const head = `%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[<</Type/Page/MediaBox[0 0 595 842]>>]/Count 1>> endobj\n${body}`;
  return latin(
    `${head}xref\n0 1\n0000000000 65535 f \ntrailer <</Size 3/Root 1 0 R${trailer}>>\nstartxref\n${head.length}\n%%EOF\n`,
  );
}

/** A PDF 1.5, whose table is a stream. */
function pdfWithStream(dictionary = ''): Buffer {
  const head = '%PDF-1.5\n1 0 obj <</Type/Catalog/Pages<</Kids[<</Type/Page>>]>>>> endobj\n';
  return latin(
    `${head}9 0 obj <</Type/XRef/Size 3${dictionary}>> stream\n\x01\x02endstream endobj\nstartxref\n${head.length}\n%%EOF`,
  );
}

const chunk = (type: string, data: Buffer) => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(Buffer.concat([latin(type), data])));
  return Buffer.concat([length, latin(type), data, sum]);
};
const png = Buffer.concat([
  Buffer.from('89504e470d0a1a0a', 'hex'),
  chunk('IHDR', Buffer.from('00000001000000010802000000', 'hex')),
  chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3]))),
  chunk('IEND', Buffer.alloc(0)),
]);
const photo = await sharp({ create: { width: 24, height: 16, channels: 3, background: '#a4161a' } })
  .jpeg()
  .toBuffer();
/** With a thumbnail of its own inside, as cameras make it. */
const jpg = Buffer.concat([
  photo.subarray(0, 2),
  Buffer.from('ffe0001044464946ffd8ffd9000100010000', 'hex'),
  photo.subarray(2),
]);
/** 64 by 48 dots. */
const heic = Buffer.from(
  'AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAa1tZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAA' +
    'AA5waXRtAAAAAAACAAAAEGlkYXQAAAAAAEAAMAAAADhpbG9jAQAAAERAAAIAAQAAAAAAAAHRAAEAAAAAAAAAHQACAAEAAAAAAAAA' +
    'AQAAAAAAAAAIAAAAOGlpbmYAAAAAAAIAAAAVaW5mZQIAAAEAAQAAaHZjMQAAAAAVaW5mZQIAAAAAAgAAZ3JpZAAAAADYaXBycAAA' +
    'ALZpcGNvAAAAdmh2Y0MBA3AAAAAAAAAAAAAe8AD8/fj4AAAPAyAAAQAYQAEMAf//A3AAAAMAkAAAAwAAAwAeugJAIQABACpCAQED' +
    'cAAAAwCQAAADAAADAB6gIIEFlurkprm4EBAwIAAAAwAgAAADACEiAAEABkQBwXPAiQAAABRpc3BlAAAAAAAAAEAAAABAAAAAFGlz' +
    'cGUAAAAAAAAAQAAAADAAAAAQcGl4aQAAAAADCAgIAAAAGmlwbWEAAAAAAAAAAgABAoECAAICA4QAAAAaaXJlZgAAAAAAAAAOZGlt' +
    'ZwACAAEAAQAAACVtZGF0AAAAGSgBrxOA9SeBP//LxR/+1hnh9wCF+efLU8A=',
  'base64',
);
const exe = Buffer.concat([latin('MZ'), Buffer.alloc(200)]);
const html = latin('<!doctype html><script>alert(1)</script>');
const svg = latin('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');

const give = (bytes: Buffer, name: string, more: object = {}) =>
  receiveFile(test.db, files, { stream: Readable.from([bytes]), name, now, ...more });

const kept = () => namesIn(files);
const rows = () => test.db.selectFrom('files.blob').selectAll().execute();

describe('a file that may be kept', () => {
  for (const [what, bytes, name, mime, keptName] of [
    ['a PDF', pdf(), 'Đơn.pdf', 'application/pdf', 'Đơn.pdf'],
    ['a PDF whose table is a stream', pdfWithStream(), 'don.PDF', 'application/pdf', 'don.pdf'],
    [
      'a PDF that speaks of /Encrypt on a page',
      pdf('', '% how to /Encrypt a file\n'),
      'a.pdf',
      'application/pdf',
      'a.pdf',
    ],
    ['a JPEG', jpg, 'cccd mặt trước.jpeg', 'image/jpeg', 'cccd mặt trước.jpeg'],
    ['a PNG', png, 'scan.png', 'image/png', 'scan.png'],
    ['a picture that the phone named after another kind', png, 'IMG_1.jpg', 'image/png', 'IMG_1.png'],
    [
      'a PDF with something in front',
      Buffer.concat([Buffer.alloc(1019, 65), pdf()]),
      'a.pdf',
      'application/pdf',
      'a.pdf',
    ],
    ['a PDF that keeps an owner’s password only', OWNER_ONLY, 'a.pdf', 'application/pdf', 'a.pdf'],
    [
      'a name with dots of its own',
      pdf(),
      '🙂 giấy khai sinh ngày 01.02.2024',
      'application/pdf',
      '🙂 giấy khai sinh ngày 01.02.2024.pdf',
    ],
    ['a name that ends in a short name', jpg, 'CCCD ông Trần V.A', 'image/jpeg', 'CCCD ông Trần V.A.jpg'],
    ['a number of a decision', pdf(), 'QD so 12.UBND.pdf', 'application/pdf', 'QD so 12.UBND.pdf'],
    ['a file without an extension', pdf(), 'quyet dinh', 'application/pdf', 'quyet dinh.pdf'],
  ] as const) {
    it(`takes ${what}`, async () => {
      const taken = await give(bytes, name);
      expect(taken).toEqual({
        ok: true,
        value: { sha256: sha256(bytes), size: bytes.length, mime, name: keptName },
      });
      const hash = sha256(bytes);
      expect(await bytesIn(files, hash)).toEqual(bytes);
      expect(await rows()).toMatchObject([{ sha256: hash, size: bytes.length, mime }]);
    });
  }

  describe('is made one that any office opens', () => {
    const noise = (width: number, height: number) =>
      sharp({
        create: {
          width,
          height,
          channels: 3,
          background: '#fff',
          noise: { type: 'gaussian', mean: 128, sigma: 30 },
        },
      });
    const keptPicture = async (taken: Awaited<ReturnType<typeof give>>) => {
      if (!taken.ok) throw new Error(taken.refusal.code);
      expect(await kept()).toEqual([taken.value.sha256]);
      expect(await rows()).toHaveLength(1);
      const bytes = await bytesIn(files, taken.value.sha256);
      expect(bytes.length).toBe(taken.value.size);
      return { ...taken.value, ...(await sharp(bytes).metadata()) };
    };

    it.each(['IMG_0001.HEIC', 'IMG_0001.jpg', 'ngày 01.02.2024'])('a HEIC called %s', async (name) => {
      const picture = await keptPicture(await give(heic, name));
      expect(picture).toMatchObject({ mime: 'image/jpeg', format: 'jpeg', width: 64, height: 48 });
      expect(picture.name).toBe(name.startsWith('IMG') ? 'IMG_0001.jpg' : `${name}.jpg`);
    });

    it('a HEIC where photos are taken as JPG only', async () => {
      expect(await give(heic, 'a.heic', { accept: ['jpg'] })).toMatchObject({ ok: true });
    });

    it('a photo of 12 MB, upright, without the place where it was taken', async () => {
      const large = await noise(4200, 3150)
        .jpeg({ quality: 97 })
        .withExif({ IFD3: { GPSLatitudeRef: 'N' } })
        .withMetadata({ orientation: 6 })
        .toBuffer();
      expect(large.length).toBeGreaterThan(10_485_760);
      const picture = await keptPicture(await give(large, 'cccd.jpg'));
      expect(picture).toMatchObject({ mime: 'image/jpeg', name: 'cccd.jpg', width: 2631, height: 3508 });
      expect(picture.exif).toBeUndefined();
      expect(picture.size).toBeLessThan(4_000_000);
    });

    it('a large PNG', async () => {
      const large = await noise(1200, 1200).png().toBuffer();
      const picture = await keptPicture(await give(large, 'chụp màn hình 1.5.png'));
      expect(picture).toMatchObject({ format: 'jpeg', name: 'chụp màn hình 1.5.jpg', width: 1200 });
    });

    it('but not a photo of usual size', async () => {
      const usual = await noise(1000, 1000).jpeg().toBuffer();
      expect(await give(usual, 'a.jpg')).toMatchObject({ ok: true, value: { sha256: sha256(usual) } });
    });
  });

  it('takes a large file in small pieces, byte for byte', async () => {
    const large = pdf('', `% ${'x'.repeat(3_000_000)}\n`);
    const pieces = Array.from({ length: Math.ceil(large.length / 65_536) }, (_, i) =>
      large.subarray(i * 65_536, (i + 1) * 65_536),
    );
    const taken = await receiveFile(test.db, files, { stream: Readable.from(pieces), name: 'a.pdf', now });
    expect(taken).toMatchObject({ ok: true, value: { sha256: sha256(large), size: large.length } });
    expect(await kept()).toEqual([sha256(large)]);
  });

  it('keeps the same content once, also when it comes ten times at the same moment under other names', async () => {
    const bytes = pdf('', '% the same\n');
    const taken = await Promise.all(Array.from({ length: 10 }, (_, i) => give(bytes, `ten ${i}.pdf`)));
    expect(taken.map((one) => one.ok && one.value.sha256)).toEqual(Array(10).fill(sha256(bytes)));
    expect(await give(bytes, 'again.pdf')).toMatchObject({ ok: true });
    expect(await kept()).toEqual([sha256(bytes)]);
    expect(await rows()).toHaveLength(1);
  });
});

describe('a file that is refused says what to do and leaves nothing behind', () => {
  for (const [what, bytes, name, code, says] of [
    ['an empty file', Buffer.alloc(0), 'a.pdf', 'file-empty', 'chọn lại'],
    ['HTML renamed as PDF', html, 'a.pdf', 'file-not-what-it-says', 'lưu hoặc xuất thành'],
    ['SVG renamed as PNG', svg, 'a.png', 'file-not-what-it-says', 'lưu hoặc xuất thành'],
    ['a program renamed as PDF', exe, 'a.pdf', 'file-not-what-it-says', 'lưu hoặc xuất thành'],
    [
      'a PDF whose head comes too late',
      Buffer.concat([Buffer.alloc(1020, 65), pdf()]),
      'a.pdf',
      'file-not-what-it-says',
      'lưu hoặc xuất',
    ],
    [
      'a page that is a PDF too',
      Buffer.concat([html, pdf()]),
      'a.pdf',
      'file-not-what-it-says',
      'lưu hoặc xuất',
    ],
    [
      'a program that is a PDF too',
      Buffer.concat([exe, pdf()]),
      'a.pdf',
      'file-not-what-it-says',
      'lưu hoặc xuất',
    ],
    [
      'a PDF with a script',
      pdf('', '4 0 obj <</S/#4aavaScript/JS(x)>> endobj\n'),
      'a.pdf',
      'file-acts',
      'có phần tự chạy',
    ],
    ['a PDF with a script under a lock', LOCKED_SCRIPT, 'a.pdf', 'file-acts', 'có phần tự chạy'],
    [
      'a PDF with an attachment',
      pdf('', '4 0 obj <</Type/Filespec/EF<</F 5 0 R>>>> endobj\n'),
      'a.pdf',
      'file-carries',
      'đính kèm tệp khác',
    ],
    [
      'a PDF of many layers',
      pdf('', '4 0 obj <</Filter[/Fl/Fl/Fl]/Length 0>> stream\n\nendstream endobj\n'),
      'a.pdf',
      'file-overpacked',
      'nén quá nhiều lần',
    ],
    ['a PDF that opens with a password', ASKS, 'a.pdf', 'file-locked', 'bỏ mật khẩu'],
    [
      'a PNG of too many dots',
      Buffer.concat([
        Buffer.from('89504e470d0a1a0a', 'hex'),
        chunk('IHDR', Buffer.from('0000c3500000c3500802000000', 'hex')),
        chunk('IDAT', deflateSync(Buffer.from([0, 1, 2, 3]))),
        chunk('IEND', Buffer.alloc(0)),
      ]),
      'a.png',
      'file-too-many-pixels',
      'có 2.500 triệu điểm ảnh, nhiều hơn mức 80 triệu',
    ],
    ['HTML under its own name', html, 'a.html', 'file-wrong-kind', 'PDF, ảnh JPG, ảnh PNG, ảnh HEIC'],
    ['a program', exe, 'a.exe', 'file-wrong-kind', 'Hãy chọn tệp thuộc loại'],
    ['a PDF named as a program', pdf(), 'a.pdf.exe', 'file-wrong-kind', 'Hãy chọn tệp thuộc loại'],
    ['text without an extension', latin('hello'), 'hello', 'file-wrong-kind', 'Hãy chọn tệp thuộc loại'],
    ['a PNG named as PDF', png, 'a.pdf', 'file-misnamed', 'đổi đuôi tệp thành “.png”'],
    ['a PDF named as a picture', pdf(), 'a.jpg', 'file-misnamed', 'đổi đuôi tệp thành “.pdf”'],
    ['a PDF with a password', pdf('/Encrypt 5 0 R'), 'a.pdf', 'file-locked', 'bỏ mật khẩu'],
    ['a newer PDF with a password', pdfWithStream('/Encrypt 5 0 R'), 'a.pdf', 'file-locked', 'bỏ mật khẩu'],
    ['a PDF cut short', pdf().subarray(0, -30), 'a.pdf', 'file-damaged', 'bị cắt mất một phần'],
    [
      'a PDF whose table lies beyond its end',
      latin('%PDF-1.4\nstartxref\n99999\n%%EOF'),
      'a.pdf',
      'file-damaged',
      'bị hỏng',
    ],
    [
      'a JPEG cut short, though its thumbnail is whole',
      jpg.subarray(0, -2),
      'a.jpg',
      'file-damaged',
      'bị hỏng',
    ],
    ['a PNG cut short', png.subarray(0, -14), 'a.png', 'file-damaged', 'bị hỏng'],
    ['a HEIC cut short', heic.subarray(0, -3), 'a.heic', 'file-damaged', 'bị hỏng'],
    [
      'a HEIC that only looks like one',
      Buffer.concat([heic.subarray(0, 24), Buffer.from('00000010', 'hex'), latin('mdat12345678')]),
      'a.heic',
      'file-damaged',
      'bị hỏng',
    ],
    [
      'a HEIC of too many dots',
      (() => {
        const large = Buffer.from(heic);
        large.writeUInt32BE(50_000, large.indexOf('ispe') + 8);
        large.writeUInt32BE(50_000, large.indexOf('ispe') + 12);
        return large;
      })(),
      'a.heic',
      'file-too-many-pixels',
      '2.500 triệu',
    ],
    ['a large PDF', pdf('', `% ${'x'.repeat(10_500_000)}\n`), 'quét', 'file-too-big', 'lớn hơn 10 MB'],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const refused = await give(bytes, name);
      expect(refused).toMatchObject({ ok: false, refusal: { code, status: 422 } });
      expect(said(refused)).toContain(says);
      for (const language of LANGUAGES) expect(said(refused, language)).toContain(name);
      expect(await kept()).toEqual([]);
      expect(await rows()).toEqual([]);
    });
  }

  it('refuses a kind that this component does not take', async () => {
    expect(await give(png, 'a.png', { accept: ['pdf'] })).toMatchObject({
      ok: false,
      refusal: { code: 'file-wrong-kind' },
    });
  });

  it('refuses a file one byte too large and stops reading it', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 65_536;
        yield Buffer.alloc(65_536, 1);
      }
    }
    const refused = await receiveFile(test.db, files, {
      stream: endless(),
      name: 'a.pdf',
      maxBytes: 3_000_000,
      now,
    });
    expect(refused).toMatchObject({ ok: false, refusal: { code: 'file-too-big' } });
    expect(given).toBeLessThan(3_200_000);
    const whole = pdf();
    expect((await give(whole, 'a.pdf', { maxBytes: whole.length })).ok).toBe(true);
    expect(await give(whole, 'a.pdf', { maxBytes: whole.length - 1 })).toMatchObject({
      ok: false,
      refusal: { code: 'file-too-big' },
    });
  });

  it('says the limit in words', async () => {
    const refused = await receiveFile(test.db, files, {
      stream: Readable.from([Buffer.alloc(11_000_000)]),
      name: 'to.pdf',
      now,
    });
    expect(said(refused)).toContain('lớn hơn 10 MB');
    expect(said(refused, 'en')).toContain('larger than 10 MB');
  });

  it('takes nothing of an upload whose sender went away', async () => {
    async function* broken() {
      yield pdf();
      throw new Error('aborted');
    }
    expect(await receiveFile(test.db, files, { stream: broken(), name: 'a.pdf', now })).toMatchObject({
      ok: false,
      refusal: { code: 'file-interrupted' },
    });
    expect(await kept()).toEqual([]);
    expect(await rows()).toEqual([]);
  });

  it('says that the store is busy when it does not take the file, and writes no row', async () => {
    const away: FileStore = { ...files, put: async () => ({ kind: 'tryAgain', reason: 'ENOSPC write' }) };
    const bytes = pdf();
    const refused = await receiveFile(test.db, away, { stream: Readable.from([bytes]), name: 'a.pdf', now });
    expect(refused).toEqual({
      ok: false,
      refusal: {
        code: 'file-not-kept-now',
        status: 503,
        params: { name: 'a.pdf' },
        detail: 'ENOSPC write',
      },
    });
    expect(said(refused)).toContain('“a.pdf” chưa được giữ lại');
    expect(await storeBytes(test.db, away, { bytes, mime: 'application/pdf', now })).toMatchObject({
      ok: false,
      refusal: { code: 'store-busy', status: 503 },
    });
    expect(await rows()).toEqual([]);
  });
});

describe('a kept file', () => {
  const don = (sha256: string) => openFile(files, { sha256, name: 'Đơn.pdf', mime: 'application/pdf' });

  it('comes back byte for byte', async () => {
    const stored = await storeBytes(test.db, files, { bytes: pdf(), mime: 'application/pdf', now });
    if (!stored.ok) throw new Error(stored.refusal.code);
    const opened = await don(stored.value.sha256);
    if (!opened.ok) throw new Error(opened.refusal.code);
    expect(opened.value.size).toBe(pdf().length);
    expect(opened.value.headers['content-length']).toBe(String(pdf().length));
    expect(Buffer.concat(await Array.fromAsync(opened.value.stream))).toEqual(pdf());
  });

  it.each([
    ['kept-file-missing', { kind: 'missing' }, 500, /báo cho tổng đài .* mã lỗi [2-9A-Z]{8};/u],
    ['kept-file-damaged', { kind: 'damaged', reason: 'x' }, 500, /báo cho tổng đài .* mã lỗi [2-9A-Z]{8};/u],
    ['file-not-opened-now', { kind: 'tryAgain', reason: 'no answer' }, 503, /đợi vài phút/u],
  ] as const)('says plainly when it is %s', async (code, end, status, says) => {
    files = { ...files, get: async () => end };
    const refused = await don(sha256('nothing'));
    expect(refused).toMatchObject({ ok: false, refusal: { code, status } });
    expect(said(refused)).toMatch(says);
    expect(said(refused, 'en')).toContain('“Đơn.pdf”');
  });

  it('is never looked for under a name that is none', async () => {
    await expect(don('../../etc/passwd')).rejects.toThrow(RangeError);
  });
});

describe('verifying', () => {
  const findings = async (store: FileStore) => {
    const told: Finding[] = [];
    return { ...(await verifyFiles(test.db, store, (one) => told.push(one))), told };
  };

  it('finds every file whole, and what no row speaks of', async () => {
    await give(pdf('', '% một\n'), 'a.pdf');
    await give(pdf('', '% hai\n'), 'b.pdf');
    await files.put([Buffer.from('its row was never written')]);
    expect(await findings(files)).toEqual({ files: 2, wrong: 0, unknown: 1, told: [] });
  });

  it('tells each file that is missing, damaged or not answered for', async () => {
    const known = ['một', 'hai', 'ba', 'bốn'].map((text) => pdf('', `% ${text}\n`));
    for (const bytes of known) await give(bytes, 'a.pdf');
    const [gone, damaged, silent] = known.map(sha256);
    const store: FileStore = {
      ...files,
      verify: async (name) => {
        if (name === gone) return { kind: 'missing' };
        if (name === damaged) return { kind: 'damaged', reason: 'wrong' };
        return name === silent ? { kind: 'tryAgain', reason: 'EIO read' } : files.verify(name);
      },
    };
    const { told, ...counts } = await findings(store);
    expect(counts).toEqual({ files: 4, wrong: 3, unknown: 0 });
    expect(new Map(told.map(({ sha256: name, ...rest }) => [name, rest]))).toEqual(
      new Map<string, object>([
        [gone!, { state: 'missing' }],
        [damaged!, { state: 'damaged', reason: 'wrong' }],
        [silent!, { state: 'unanswered', reason: 'EIO read' }],
      ]),
    );
  });
});

describe('names', () => {
  for (const [given, clean] of [
    ['Đơn đề nghị.pdf', 'Đơn đề nghị.pdf'],
    ['Đơn.pdf'.normalize('NFD'), 'Đơn.pdf'],
    ['../../../etc/passwd', 'passwd'],
    ['C:\\Users\\An\\cccd.JPG', 'cccd.jpg'],
    ['a\u202efdp.exe', 'afdp.exe'],
    ['a\u0000b\n.pdf', 'a b .pdf'],
    ['..hidden.pdf', 'hidden.pdf'],
    ['<b>"a"|?.pdf', '_b__a___.pdf'],
    ['Giấy %22khai%22 100%25.pdf', 'Giấy _khai_ 100%25.pdf'],
    ['một%0D%0Ahai.pdf', 'một hai.pdf'],
    ['', 'tep'],
    ['  ', 'tep'],
    ['...', 'tep'],
  ] as const) {
    it(`${JSON.stringify(given)} becomes ${JSON.stringify(clean)}`, () =>
      expect(fileName(given)).toBe(clean));
  }

  it('keeps 150 characters with the extension, and tears no letter from its marks', () => {
    expect(fileName(`${'ữ'.repeat(400)}.pdf`)).toBe(`${'ữ'.repeat(146)}.pdf`);
    const family = '👨‍👩‍👧'.replaceAll('\u200d', '');
    expect(fileName(`${'a'.repeat(145)}${family}.pdf`)).toMatch(/^a{145}\.pdf$/u);
  });

  it('leave as an attachment in both forms of RFC 6266', () => {
    const headers = downloadHeaders({ name: `Giấy "khai" sinh 100%'.pdf`, mime: 'application/pdf', size: 3 });
    expect(headers['content-disposition']).toBe(
      `attachment; filename="Giay _khai_ sinh 100_'.pdf"; filename*=UTF-8''Gi%E1%BA%A5y%20%22khai%22%20sinh%20100%25%27.pdf`,
    );
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});
