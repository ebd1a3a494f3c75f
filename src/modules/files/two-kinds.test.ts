// What is nothing to look at, or two kinds at once: refused in one true sentence, or kept as a picture and nothing else. What phones and
// scanners make is taken.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { bytesIn, filesUnder, namesIn } from '../../../tests/support/kept-files.ts';
import { said } from '../../../tests/support/said.ts';
import { sha256 } from '../../platform/crypto.ts';
import { LANGUAGES } from '../../rules/kernel/index.ts';
import { type FileStore, receiveFile } from './index.ts';

const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
const test = databaseOfFile();
let files: FileStore;
beforeEach(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-kinds-'));
  files = await filesUnder(folder);
  return () => rmSync(folder, { recursive: true, force: true });
});
const give = (bytes: Buffer, name: string) =>
  receiveFile(test.db, files, { stream: Readable.from([bytes]), name, now });

const latin = (text: string) => Buffer.from(text, 'latin1');
const PAGE = '<</Type/Page/MediaBox[0 0 595 842]>>';

/** A PDF with this tree of pages, after `front` and before `behind`. */
function pdf({
  tree = '<</Type/Pages/Kids[3 0 R]/Count 1>>',
  page = PAGE,
  front = '',
  head = '',
  body = '',
  behind = '',
} = {}) {
  return latin(
    `${front}%PDF-1.4\n${head}1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj ${tree} endobj\n3 0 obj ${page} endobj\n${body}` +
      `xref\n0 1\n0000000000 65535 f \ntrailer <</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n${behind}`,
  );
}

/** An archive of one file, with a remark behind it. */
function zip(remark = ''): string {
  const name = 'a.txt';
  const local = Buffer.alloc(30);
  local.writeUInt32BE(0x504b0304);
  local.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32BE(0x504b0102);
  entry.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32BE(0x504b0506);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt16LE(remark.length, 20);
  return `${local.toString('latin1')}${name}${entry.toString('latin1')}${name}${end.toString('latin1')}${remark}`;
}

const jpg = await sharp({ create: { width: 240, height: 160, channels: 3, background: '#a4161a' } })
  .jpeg()
  .toBuffer();
const png = await sharp({ create: { width: 240, height: 160, channels: 3, background: '#a4161a' } })
  .png()
  .toBuffer();

const inPasses = await sharp(jpg).jpeg({ progressive: true }).toBuffer();
const grey = await sharp(jpg).greyscale().jpeg().toBuffer();
const inInks = await sharp(jpg).toColourspace('cmyk').jpeg().toBuffer();
const pngInPasses = await sharp(png).png({ progressive: true }).toBuffer();
const ofFewColours = await sharp(png).png({ palette: true }).toBuffer();
/** A part of a JPEG right behind its beginning. */
function withPart(marker: number, data: string, length = data.length + 2): Buffer {
  const head = Buffer.from([0xff, marker, length >> 8, length & 0xff]);
  return Buffer.concat([jpg.subarray(0, 2), head, latin(data.padEnd(length - 2, '\0')), jpg.subarray(2)]);
}

/** A part of a PNG right behind its head. */
function withChunk(type: string, data: string): Buffer {
  const body = latin(type + data);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([png.subarray(0, 33), length, body, sum, png.subarray(33)]);
}

const chunkOf = (type: string, data: Buffer) => {
  const body = Buffer.concat([latin(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length);
  ends.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
};
const pngOf = (head: string, data: Buffer) =>
  Buffer.concat([
    png.subarray(0, 8),
    chunkOf('IHDR', Buffer.from(head, 'hex')),
    chunkOf('IDAT', data),
    chunkOf('IEND', Buffer.alloc(0)),
  ]);

describe('is refused:', () => {
  const frameless = Buffer.from(
    'ffd8ffe0001044464946000100010000000000000000ffda000801010000003f00aabbccffd9ff',
    'hex',
  );
  expect(frameless).toHaveLength(39);

  it.each<[string, Buffer, string, string, string]>([
    [
      'a PDF with an empty tree of pages',
      pdf({ tree: '<</Type/Pages/Kids[]/Count 0>>' }),
      'a.pdf',
      'file-pageless',
      'không có trang nào',
    ],
    [
      'a PDF that counts a page it has not',
      pdf({ tree: '<</Type/Pages/Kids[9 0 R]/Count 1>>' }),
      'a.pdf',
      'file-pageless',
      'không có trang nào',
    ],
    [
      'a PDF whose tree turns in a circle',
      pdf({ tree: '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>' }),
      'a.pdf',
      'file-pageless',
      'không có trang nào',
    ],
    [
      'a PDF whose tree ends in a branch',
      pdf({ page: '<</Type/Pages/Count 1>>' }),
      'a.pdf',
      'file-pageless',
      'không có trang nào',
    ],
    [
      'a PDF of a catalogue alone',
      latin('%PDF-1.4\n1 0 obj <</Type/Catalog>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n'),
      'a.pdf',
      'file-pageless',
      'không có trang nào',
    ],
    ['a JPEG without a frame', frameless, 'a.jpg', 'file-no-picture', 'không mở ra được ảnh nào'],
    [
      'a PNG without a row',
      pngOf('00000001000000000802000000', deflateSync(Buffer.alloc(0))),
      'a.png',
      'file-no-picture',
      'không mở ra được ảnh nào',
    ],
    [
      'a PNG whose dots are none',
      pngOf('00000009000000090802000000', latin('no zlib')),
      'a.png',
      'file-no-picture',
      'không mở ra được ảnh nào',
    ],
    ['a PDF that is an archive too', pdf({ behind: zip() }), 'a.pdf', 'file-two-kinds', 'vừa là PDF vừa là'],
    [
      'a PDF inside an archive’s remark',
      latin(zip(pdf().toString('latin1'))),
      'a.pdf',
      'file-not-what-it-says',
      'không phải',
    ],
    [
      'a PDF with an archive in its data',
      pdf({ body: `4 0 obj <<>> stream\n${zip()}\nendstream endobj\n` }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a PDF with an archive and a long remark of its own',
      pdf({ body: `4 0 obj <<>> stream\n${zip('x'.repeat(60_000))}\nendstream endobj\n` }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a PDF with a RAR behind its head',
      pdf({ body: '% Rar!\x1a\x07\x00\n' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a PDF that is a page too',
      pdf({ head: '%<html><script>alert(1)</script>\n' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a page behind other letters in front of a PDF',
      pdf({ front: 'xx <iframe src=x>' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a script that passes over the PDF',
      pdf({ front: 'alert(1)/*', behind: '*/' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a script that begins with the head of the PDF',
      pdf({ front: 'a=1', head: '/*\n', behind: '*/' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    [
      'a script that holds the PDF as a text',
      pdf({ front: 'a=`', behind: '`' }),
      'a.pdf',
      'file-two-kinds',
      'vừa là PDF vừa là',
    ],
    ['a GIF that is a script', latin('GIF89a/*\0\0\0;*/=1;alert(1)'), 'a.jpg', 'file-not-what-it-says', ''],
  ])('%s', async (_what, bytes, name, code, says) => {
    const refused = await give(bytes, name);
    expect(refused).toMatchObject({ ok: false, refusal: { code, status: 422 } });
    expect(said(refused)).toContain(says);
    for (const language of LANGUAGES) expect(said(refused, language)).toContain(name);
    expect(await namesIn(files)).toEqual([]);
  });
});

describe('is taken byte for byte:', () => {
  it.each<[string, Buffer, string]>([
    ['a PDF', pdf(), 'a.pdf'],
    ['a PDF whose pages stand in branches', pdf({ page: `<</Type/Pages/Kids[${PAGE}]/Count 1>>` }), 'a.pdf'],
    ['a PDF whose page does not say that it is one', pdf({ page: '<</MediaBox[0 0 1 1]>>' }), 'a.pdf'],
    [
      'a PDF whose catalogue is lost',
      latin(`%PDF-1.4\n3 0 obj ${PAGE} endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`),
      'a.pdf',
    ],
    ['a PDF with 1,019 bytes in front', pdf({ front: 'A'.repeat(1019) }), 'a.pdf'],
    [
      'a PDF as a printer was sent it',
      pdf({ front: '\x1b%-12345X@PJL SET JOBNAME="Don xin"\r\n@PJL ENTER LANGUAGE=PDF\r\n' }),
      'a.pdf',
    ],
    ['a PDF with the usual remark of strange letters', pdf({ head: '%\xe2\xe3\xcf\xd3\n' }), 'a.pdf'],
    [
      'a PDF that writes of tags and archives',
      pdf({
        body: `4 0 obj <<>> stream\n${' '.repeat(1000)}BT (<script> /* PK\x05\x06 Rar! \`) Tj ET\nendstream endobj\n`,
      }),
      'a.pdf',
    ],
    ['a JPEG', jpg, 'a.jpg'],
    ['a JPEG whose writer left a remark', withPart(0xfe, 'CREATOR: gd-jpeg v1.0'), 'a.jpg'],
    [
      'a JPEG that describes itself',
      withPart(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta><rdf:RDF/>'),
      'a.jpg',
    ],
    ['a JPEG in passes', inPasses, 'a.jpg'],
    ['a grey JPEG', grey, 'a.jpg'],
    ['a JPEG in four inks', inInks, 'a.jpg'],
    ['a PNG', png, 'a.png'],
    ['a PNG in passes', pngInPasses, 'a.png'],
    ['a PNG of few colours', ofFewColours, 'a.png'],
    ['a PNG with a word', withChunk('tEXt', 'Software\0Ảnh chụp màn hình'), 'a.png'],
  ])('%s', async (_what, bytes, name) => {
    expect(await give(bytes, name)).toMatchObject({ ok: true, value: { name, sha256: sha256(bytes) } });
  });
});

describe('is kept up to its end:', () => {
  const film = Buffer.concat([latin('\0\0\0\x18ftypmp42'), Buffer.alloc(40_000, 7)]);
  it.each<[string, Buffer, Buffer, string]>([
    ['a photo with its film', Buffer.concat([jpg, film]), jpg, 'MVIMG_1.jpg'],
    ['a JPEG with an archive behind it', Buffer.concat([jpg, latin(zip())]), jpg, 'a.jpg'],
    ['a JPEG with a page behind it', Buffer.concat([jpg, latin('<script>alert(1)</script>')]), jpg, 'a.jpg'],
    ['a PNG with an archive behind it', Buffer.concat([png, latin(zip())]), png, 'a.png'],
  ])('%s', async (_what, bytes, whole, name) => {
    const kept = { name, sha256: sha256(whole), size: whole.length };
    expect(await give(bytes, name)).toMatchObject({ ok: true, value: kept });
    expect(await namesIn(files)).toEqual([sha256(whole)]);
  });
});

describe('is kept as a picture made of it, in which nothing else is left:', () => {
  it.each<[string, Buffer]>([
    ['a JPEG that is a script', withPart(0xe0, '', 0x2f2a)],
    ['a JPEG with a page in its remark', withPart(0xfe, '<html><script>alert(1)</script>')],
    ['a JPEG with a program of a server in its remark', withPart(0xfe, '<?php system($_GET[0]); ?>')],
    ['a JPEG that is a PDF', withPart(0xfe, pdf().toString('latin1'))],
    ['a JPEG that is an archive', withPart(0xfe, zip())],
    ['a PNG that is an archive', withChunk('prVt', zip())],
    ['a PNG with a page in it', withChunk('tEXt', 'Comment\0<script>alert(1)</script>')],
  ])('%s', async (_what, bytes) => {
    const taken = await give(bytes, 'a.jpg');
    expect(taken).toMatchObject({ ok: true, value: { mime: 'image/jpeg', name: 'a.jpg' } });
    const [name = ''] = await namesIn(files);
    const kept = await bytesIn(files, name);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 240, height: 160 });
    for (const sign of ['script', '?php', '%PDF', 'PK\x05\x06', '/*'])
      expect([sign, kept.includes(sign, 0, 'latin1')]).toEqual([sign, false]);
    expect(await namesIn(files)).toHaveLength(1);
  });
});
