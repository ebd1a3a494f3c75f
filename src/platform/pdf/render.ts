// Makes the bytes of a paper: PDF 1.7, marked PDF/A-2b, tagged, fonts embedded. The same input gives the same bytes
// (the only clock is `createdAt`), so that a hash printed or kept can be computed again.
import PDFDocument from 'pdfkit';
import { onlyOutside } from '../outside.ts';
import { A4, mm, type PageSetup, Sheet } from './sheet.ts';
import { dress, printable } from './typeface.ts';

export interface PaperFacts {
  readonly title: string;
  readonly subject?: string;
  readonly lang?: string;
  readonly author?: string;
  /** The moment of the legal act that the paper records; stands in the file as its creation date. */
  readonly createdAt: Temporal.Instant;
  readonly page?: PageSetup;
  /** A short line at the foot of every page (the dossier number), so that loose sheets find each other. */
  readonly foot?: string;
}

/**
 * Renders a paper.
 * @param build writes the paper on the sheet, from top to bottom
 * @returns the bytes of the PDF
 * @throws MissingGlyph when a text has a character that cannot be printed; Error inside a transaction
 */
export async function renderPdf(build: (sheet: Sheet) => void, facts: PaperFacts): Promise<Buffer> {
  onlyOutside('a paper is made');
  const page = facts.page ?? A4;
  const doc = new PDFDocument({
    subset: 'PDF/A-2b',
    pdfVersion: '1.7',
    tagged: true,
    lang: facts.lang ?? 'vi-VN',
    displayTitle: true,
    bufferPages: true,
    autoFirstPage: false,
    font: '',
    size: page.size,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    info: infoOf(facts),
  });
  const bytes = collect(doc);
  dress(doc);
  const sheet = new Sheet(doc, page);
  build(sheet);
  sheet.finish();
  numberPages(sheet, facts.foot);
  doc.end();
  return bytes;
}

function infoOf(facts: PaperFacts): PDFKit.DocumentInfo {
  const info: PDFKit.DocumentInfo = {
    Title: metadataText(facts.title),
    Producer: 'Một Cửa',
    Creator: 'Một Cửa',
    CreationDate: new Date(facts.createdAt.epochMilliseconds),
  };
  if (facts.subject) info.Subject = metadataText(facts.subject);
  if (facts.author) info.Author = metadataText(facts.author);
  return info;
}

/** pdfkit puts these into XML as they are, and PDF/A wants both copies alike: so no mark-up characters in either. */
function metadataText(text: string): string {
  return printable(text)
    .replace(/\s+/gu, ' ')
    .replaceAll('&', '＆')
    .replaceAll('<', '‹')
    .replaceAll('>', '›');
}

/** From the second page on, at the middle of the top margin (NĐ 30/2020, Phụ lục I, mục I.7). */
function numberPages(sheet: Sheet, foot: string | undefined): void {
  const { start, count } = sheet.pdf.bufferedPageRange();
  const size = sheet.setup.bodySize;
  for (let index = 0; index < count; index += 1) {
    sheet.pdf.switchToPage(start + index);
    const middle = sheet.pdf.page.width / 2;
    if (index > 0) margin(sheet, String(index + 1), middle, sheet.top / 2 + size / 2, size);
    if (foot) {
      const line = count > 1 ? `${foot} · trang ${index + 1}/${count}` : foot;
      margin(sheet, printable(line), middle, sheet.bottom + mm(8), Math.max(6.5, size * 0.68));
    }
  }
}

function margin(sheet: Sheet, text: string, middle: number, baseline: number, size: number): void {
  sheet.decoration((pdf) => {
    pdf.font('serif', size).fillColor('#000000');
    const x = middle - pdf.widthOfString(text) / 2;
    pdf.text(text, x, baseline, { lineBreak: false, baseline: 'alphabetic' });
  }, 'Pagination');
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
