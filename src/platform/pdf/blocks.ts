// The building blocks that every paper is made of: title, labelled line, list, boxed note, signatures.
import type { Rich, Run } from './lines.ts';
import { LEADING, mm, type ParagraphOptions, type Sheet } from './sheet.ts';

/** The paper's name: bold, centred; a line beneath it when given. */
export function title(sheet: Sheet, text: string, beneath?: string, column: ParagraphOptions = {}): void {
  const size = sheet.setup.bodySize * 1.2;
  sheet.paragraph(text, { ...column, tag: 'H1', style: 'bold', size, align: 'center', lineHeight: 1.32 });
  if (beneath) sheet.paragraph(beneath, { ...column, style: 'bold', align: 'center' });
}

/** A heading inside the paper. Stays with at least three lines of what follows. */
export function heading(sheet: Sheet, text: string, level: 'H2' | 'H3' = 'H2'): void {
  const size = sheet.setup.bodySize;
  sheet.keep(size * LEADING * 5.5);
  sheet.y += size * 0.4;
  sheet.paragraph(text, { tag: level, style: 'bold', after: size * 0.2 });
}

/** `Nhãn: giá trị`; nothing at all when the value is empty. The value is bold when asked. */
export function labelled(
  sheet: Sheet,
  label: string,
  value: string | undefined,
  options: ParagraphOptions & { bold?: boolean } = {},
): void {
  if (!value?.trim()) return;
  sheet.paragraph(labelledRuns(label, value, options.bold), {
    after: sheet.setup.bodySize * 0.1,
    ...options,
  });
}

/** Two labelled values on one line when both fit in half the width; else one under the other. */
export function labelledPair(
  sheet: Sheet,
  first: readonly [label: string, value: string | undefined],
  second: readonly [label: string, value: string | undefined],
): void {
  const half = sheet.width / 2 - mm(2);
  const one = sheet.heightOf('x');
  const both = [first, second].filter(([, value]) => value?.trim());
  const narrow = both.every(
    ([label, value]) => sheet.heightOf(labelledRuns(label, value ?? ''), { width: half }) <= one + 0.1,
  );
  if (both.length < 2 || !narrow || sheet.room < one) {
    for (const [label, value] of both) labelled(sheet, label, value);
    return;
  }
  const top = sheet.y;
  labelled(sheet, first[0], first[1], { width: half });
  sheet.y = top;
  labelled(sheet, second[0], second[1], { x: sheet.left + sheet.width / 2, width: half });
}

/** The runs of a labelled line, for use inside tables and columns. */
export function labelledRuns(label: string, value: string, bold = false): Run[] {
  return [{ text: `${label}: ` }, { text: value, style: bold ? 'bold' : 'regular' }];
}

/** A list; `mark` is what stands before an entry (a number and a full stop when absent). */
export function list(
  sheet: Sheet,
  entries: readonly Rich[],
  options: ParagraphOptions & { mark?: string } = {},
): void {
  if (entries.length === 0) return;
  const size = options.size ?? sheet.setup.bodySize;
  const lead = sheet.measure(size)(options.mark ? `${options.mark} ` : `${entries.length}. `, 'regular');
  const x = options.x ?? sheet.left;
  const width = options.width ?? sheet.width;
  sheet.group('L', () => {
    entries.forEach((entry, index) => {
      sheet.group('LI', () => {
        const body = { ...options, x: x + lead, width: width - lead };
        sheet.keep(Math.min(sheet.heightOf(entry, body), sheet.heightOf('x\nx', options)));
        const at = sheet.y;
        sheet.paragraph(options.mark ?? `${index + 1}.`, {
          ...options,
          tag: 'Lbl',
          x,
          width: lead,
          after: 0,
        });
        sheet.y = at;
        sheet.paragraph(entry, { after: size * 0.15, ...body, tag: 'LBody' });
      });
    });
  });
}

/** A note in a thin frame, kept on one page. `write` gets the column inside. */
export function framed(
  sheet: Sheet,
  height: number,
  write: (column: { x: number; width: number }) => void,
): void {
  const pad = mm(2.5);
  sheet.keep(height + pad * 2);
  const top = sheet.y;
  sheet.y += pad;
  write({ x: sheet.left + pad, width: sheet.width - pad * 2 });
  const bottom = Math.max(sheet.y, top + pad + height) + pad;
  sheet.decoration((pdf) =>
    pdf
      .lineWidth(0.6)
      .rect(sheet.left, top, sheet.width, bottom - top)
      .stroke('#000000'),
  );
  sheet.y = bottom;
}

export interface Signature {
  /** Lines in capitals: the role, or the authority and then the office ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"). */
  readonly title: readonly string[];
  /** "(Ký và ghi rõ họ tên)" */
  readonly note?: string;
  /** Stands in the place of the signature: how the person signed electronically. */
  readonly instead?: string;
  readonly name?: string;
}

/** Signatures side by side, kept together on one page, the names on one line. One alone stands at the right. */
export function signatures(sheet: Sheet, ...blocks: readonly Signature[]): void {
  const count = Math.max(2, blocks.length);
  const width = sheet.width / count;
  const above = Math.max(...blocks.map((block) => heightAboveName(sheet, block, width)));
  const names = Math.max(...blocks.map((block) => nameHeight(sheet, block, width)));
  sheet.keep(above + names);
  const top = sheet.y;
  blocks.forEach((block, index) => {
    sheet.y = top;
    const column = {
      x: sheet.left + width * (blocks.length === 1 ? 1 : index),
      width,
      align: 'center' as const,
    };
    sheet.group('Sect', () => sign(sheet, block, column, top + above));
  });
  sheet.y = top + above + names;
}

function sign(
  sheet: Sheet,
  block: Signature,
  column: { x: number; width: number; align: 'center' },
  nameAt: number,
): void {
  const small = smallSize(sheet);
  for (const line of block.title) sheet.paragraph(line, { ...column, style: 'bold' });
  if (block.note) sheet.paragraph(block.note, { ...column, style: 'italic', size: small });
  if (block.instead) {
    sheet.y += small * 0.8;
    const inner = { ...column, x: column.x + mm(2), width: column.width - mm(4) };
    sheet.paragraph(block.instead, { ...inner, style: 'italic', size: small });
  }
  sheet.y = nameAt;
  if (block.name) sheet.paragraph(block.name, { ...column, style: 'bold' });
}

const smallSize = (sheet: Sheet): number => sheet.setup.bodySize * 0.9;

function heightAboveName(sheet: Sheet, block: Signature, width: number): number {
  const small = smallSize(sheet);
  const titles = block.title.reduce((sum, text) => sum + sheet.heightOf(text, { width, style: 'bold' }), 0);
  const note = block.note ? sheet.heightOf(block.note, { width, style: 'italic', size: small }) : 0;
  const options = { width: width - mm(4), style: 'italic', size: small } as const;
  const instead = block.instead ? sheet.heightOf(block.instead, options) + small * 1.4 : 0;
  return titles + note + Math.max(sheet.setup.bodySize * 3.6, instead);
}

function nameHeight(sheet: Sheet, block: Signature, width: number): number {
  return block.name ? sheet.heightOf(block.name, { width, style: 'bold' }) : 0;
}

/** The end of an official document (NĐ 30/2020): "Nơi nhận" at the left, the signature at the right. */
export function closing(sheet: Sheet, recipients: readonly string[], signature: Signature): void {
  const small = smallSize(sheet);
  const half = sheet.width / 2;
  const left = { x: sheet.left, width: half - mm(4), size: small };
  const leftHeight = (recipients.length + 1) * small * LEADING * 1.2;
  const right = heightAboveName(sheet, signature, half) + nameHeight(sheet, signature, half);
  sheet.keep(Math.max(leftHeight, right));
  const top = sheet.y;
  if (recipients.length > 0) {
    sheet.paragraph([{ text: 'Nơi nhận:', style: 'bold' }], left);
    list(sheet, recipients, { ...left, mark: '-', size: small * 0.95 });
  }
  const end = sheet.y;
  sheet.y = top;
  signatures(sheet, signature);
  sheet.y = Math.max(sheet.y, end);
}
