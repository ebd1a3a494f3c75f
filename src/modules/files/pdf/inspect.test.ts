// A PDF is judged by what any reader could find in it: passwords, scripts, attachments, bombs.
import { randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';
import { describe, expect, it } from 'vitest';
import { inspectPdf } from './inspect.ts';
import { ASKS, LOCKED_SCRIPT, OWNER_ONLY } from './locked.fixture.ts';

const bounds = { mostPixels: 80_000_000 };
const latin = (text: string) => Buffer.from(text, 'latin1');

type Body = string | Buffer;
const stream = (dictionary: string, data: Body): Buffer =>
  Buffer.concat([
    latin(`<<${dictionary}/Length ${data.length}>>\nstream\n`),
    Buffer.from(data as string, 'latin1'),
    latin('\nendstream'),
  ]);

/** A PDF of these objects, numbered from 3. */
function pdf(...objects: Body[]): Buffer {
  const all: Body[] = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[<</Type/Page/MediaBox[0 0 595 842]>>]/Count 1>>',
    ...objects,
  ];
  return Buffer.concat([
    latin('%PDF-1.7\n'),
    ...all.flatMap((one, at) => [
      latin(`${at + 1} 0 obj\n`),
      Buffer.from(one as string, 'latin1'),
      latin('\nendobj\n'),
    ]),
    latin(
      `xref\n0 1\n0000000000 65535 f \ntrailer <</Size ${all.length + 1}/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    ),
  ]);
}

/** Objects packed into a stream (7.5.7). */
function packed(...objects: string[]): Buffer {
  let at = 0;
  const head = objects.map((one, index) => {
    const place = at;
    at += one.length + 1;
    return `${100 + index} ${place}`;
  });
  const front = `${head.join(' ')}\n`;
  const text = `${front}${objects.join(' ')}`;
  return stream(
    `/Type/ObjStm/N ${objects.length}/First ${front.length}/Filter/FlateDecode`,
    deflateSync(latin(text)),
  );
}

const judge = (bytes: Buffer) => inspectPdf(bytes, bounds);

async function byPdfkit(options: PDFKit.PDFDocumentOptions): Promise<Buffer> {
  const document = new PDFDocument(options);
  document.text('Giay khai sinh');
  document.end();
  return Buffer.concat(await Array.fromAsync(document as unknown as AsyncIterable<Buffer>));
}

describe('opens without a password', () => {
  it.each(['1.3', '1.4', '1.5', '1.6', '1.7', '1.7ext3'] as const)(
    'a PDF %s that only keeps an owner’s password',
    async (pdfVersion) => {
      const bytes = await byPdfkit({ pdfVersion, ownerPassword: 'chu' });
      expect(bytes.toString('latin1')).toContain('/Encrypt');
      expect(await judge(bytes)).toEqual({ kind: 'fit' });
    },
  );

  it('one locked as today’s programs do it', async () => {
    expect(await judge(OWNER_ONLY)).toEqual({ kind: 'fit' });
  });
});

describe('asks for a password', () => {
  it.each(['1.3', '1.4', '1.6', '1.7ext3'] as const)('a PDF %s', async (pdfVersion) => {
    const bytes = await byPdfkit({ pdfVersion, userPassword: 'mo', ownerPassword: 'chu' });
    expect(await judge(bytes)).toEqual({ kind: 'locked' });
  });

  it('one locked as today’s programs do it', async () => {
    expect(await judge(ASKS)).toEqual({ kind: 'locked' });
  });

  it('one for the holder of a certificate', async () => {
    const bytes = latin(
      pdf('<</Filter/Adobe.PubSec/V 4/SubFilter/adbe.pkcs7.s5>>')
        .toString('latin1')
        .replace('/Root', '/Encrypt 3 0 R/Root'),
    );
    expect(await judge(bytes)).toEqual({ kind: 'locked' });
  });
});

describe('acts of its own accord', () => {
  const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  it.each<[string, Buffer]>([
    ['a script', pdf(script)],
    ['a script whose name is written in another way', pdf('<</S/#4aava#53cript/#4a#53(x)>>')],
    ['an action whose kind stands elsewhere', pdf('<</S 4 0 R/JS 5 0 R>>', '/JavaScript', '(x)')],
    ['a kind of action referred to from a packed object', pdf('/Launch')],
    ['a program that is started', pdf('<</S/Launch/F(cmd.exe)>>')],
    ['a program started under an escaped name', pdf('<</S/#4Caunch/F(cmd.exe)>>')],
    ['a script in the tree of names', pdf('<</Names<</JavaScript<</Names[(a) 4 0 R]>>>>>>', script)],
    ['an address that opens by itself', pdf('<</Type/Catalog/OpenAction<</S/URI/URI(http://a.vn)>>>>')],
    [
      'an address that opens with a page',
      pdf('<</Type/Page/AA<</O 4 0 R>>>>', '<</S/URI/URI(http://a.vn)>>'),
    ],
    [
      'an address that opens after the turn to a page',
      pdf('<</Type/Catalog/OpenAction<</S/GoTo/D[0/Fit]/Next<</S/URI/URI(http://a.vn)>>>>>>'),
    ],
    ['bytes that lie elsewhere', pdf(stream('/F(\\\\\\\\evil.vn\\\\s)', ''))],
    ['a script inside an object stream', pdf(packed('<</Type/Page>>', script))],
    [
      'an object stream that hides its type',
      pdf(latin(packed(script).toString('latin1').replace('/Type/ObjStm', ''))),
    ],
    [
      'an object stream packed twice',
      pdf(
        stream(
          '/N 1/First 6/Filter[/FlateDecode/FlateDecode]',
          deflateSync(deflateSync(latin(`100 0\n${script}`))),
        ),
      ),
    ],
    [
      'an object stream written as letters',
      pdf(stream('/N 1/First 6/Filter/ASCIIHexDecode', `${latin(`100 0\n${script}`).toString('hex')}>`)),
    ],
    ['an object that stands inside another’s data', pdf(stream('', `q 9 0 obj ${script} endobj Q`))],
    ['a remark between the words of an object', pdf(`<</S%x\n/JavaScript/JS(x)>>`)],
    ['a form of scripts', pdf('<</AcroForm<</XFA 4 0 R>>>>', stream('', '<xdp/>'))],
    ['data sent elsewhere', pdf('<</S/SubmitForm/F(http://a.vn)>>')],
    ['a file opened on another machine', pdf('<</S/GoToR/F(\\\\\\\\a\\\\b)/D[0/Fit]>>')],
    ['a film that plays', pdf('<</Type/Annot/Subtype/RichMedia>>')],
    ['a script under a lock without a password', LOCKED_SCRIPT],
  ])('%s', async (_what, bytes) => {
    expect(await judge(bytes)).toMatchObject({ kind: 'acts' });
  });
});

describe('carries another file', () => {
  it.each<[string, Buffer]>([
    ['an attachment', pdf(stream('/Type/EmbeddedFile', 'MZ'))],
    ['a list of attachments', pdf('<</Names<</EmbeddedFiles<</Names[(a) 4 0 R]>>>>>>', '<</F(a.exe)>>')],
    ['a description of one', pdf('<</Type/Filespec/F(a.exe)/EF<</F 9 0 R>>>>')],
    ['one under an escaped name', pdf(stream('/Type/Embedded#46ile', 'MZ'))],
    ['one pinned to a page, in an object stream', pdf(packed('<</Subtype/FileAttachment/FS 9 0 R>>'))],
  ])('%s', async (_what, bytes) => {
    expect(await judge(bytes)).toMatchObject({ kind: 'carries' });
  });
});

describe('is a bomb', () => {
  const zeros = deflateSync(Buffer.alloc(400_000_000));
  it.each<[string, Buffer]>([
    ['three layers of compression', pdf(stream('/Filter[/FlateDecode/FlateDecode/FlateDecode]', 'x'))],
    ['two names for one layer', pdf(stream('/Filter[/Fl/LZW/RL]', 'x'))],
    ['layers named elsewhere', pdf(stream('/Filter 4 0 R', 'x'), '[/FlateDecode/FlateDecode/FlateDecode]')],
    ['layers named inside an object stream', pdf(stream('/Filter 100 0 R', 'x'), packed('[/Fl/Fl/Fl]'))],
    ['one layer that becomes 400 MB', pdf(stream('/Filter/FlateDecode', zeros))],
    ['two layers that become 400 MB', pdf(stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(zeros)))],
    [
      'many streams that become 1.2 GB',
      pdf(...Array(4).fill(stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(300_000_000))))),
    ],
    ['an object stream that becomes 400 MB', pdf(stream('/N 1/First 6/Filter/FlateDecode', zeros))],
  ])('%s', async (_what, bytes) => {
    expect(bytes.length).toBeLessThan(10_485_760);
    expect(await judge(bytes)).toEqual({ kind: 'overpacked' });
  });

  it.each<[string, Buffer]>([
    ['a picture of 100,000 by 100,000 dots', pdf(stream('/Subtype/Image/Width 100000/Height 100000', ''))],
    [
      'a photo that says it is small and is not',
      pdf(
        stream(
          '/Subtype/Image/Width 9/Height 9/Filter/DCTDecode',
          Buffer.from('ffd8ffc0000b08ffffffff01011100ffd9', 'hex'),
        ),
      ),
    ],
  ])('%s', async (_what, bytes) => {
    expect(await judge(bytes)).toMatchObject({ kind: 'pixels' });
  });
});

describe('is fit', () => {
  it.each<[string, Buffer]>([
    ['opens at its second page', pdf('<</Type/Catalog/OpenAction<</S/GoTo/D[1/Fit]>>>>')],
    ['opens at a place', pdf('<</Type/Catalog/OpenAction[3 0 R/XYZ null null 0]>>')],
    ['links to pages and addresses', pdf('<</S/GoTo/D[0/Fit]>>', '<</S/URI/URI(https://a.vn)>>')],
    ['speaks of scripts in its text', pdf(stream('', 'BT (/JavaScript /Launch /EmbeddedFile) Tj ET'))],
    ['speaks of them in a title', pdf('<</Title(/S/JavaScript)>>')],
    [
      'keeps empty trees that its writer left',
      pdf('<</Names<</EmbeddedFiles<</Names[]>>/JavaScript<<>>>>>>'),
    ],
    ['packs once and writes as letters', pdf(stream('/Filter[/ASCII85Decode/FlateDecode]', 'x'))],
    ['has a scanned A3 page', pdf(stream('/Subtype/Image/Width 7016/Height 9921/Filter/CCITTFaxDecode', ''))],
    ['is of random bytes in between', pdf(stream('', randomBytes(100_000)))],
  ])('%s', async (_what, bytes) => {
    expect(await judge(bytes)).toEqual({ kind: 'fit' });
  });

  it('what we print ourselves', async () => {
    expect(await judge(await byPdfkit({}))).toEqual({ kind: 'fit' });
  });
});

it('says so when what it must know cannot be read', async () => {
  expect(await judge(pdf(stream('/N 1/First 6/Filter/FlateDecode', 'no zlib')))).toMatchObject({
    kind: 'unreadable',
  });
  expect(await judge(pdf(`${'['.repeat(5000)}`))).toMatchObject({ kind: 'unreadable' });
});
