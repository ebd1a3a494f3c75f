// The head of an official document (NĐ 30/2020, Phụ lục I): issuing body at the left, quốc hiệu and tiêu ngữ at the
// right, then the number and the place with the date.
import { placeAndDate } from './document-date.ts';
import type { Rich, Style } from './lines.ts';
import { mm, type Sheet } from './sheet.ts';

export interface StateHead {
  /** The body above, when there is one: "ỦY BAN NHÂN DÂN TỈNH BẮC NINH". */
  readonly parentBody?: string;
  /** "UBND XÃ HIỆP HÒA", "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ HIỆP HÒA" */
  readonly issuingBody: string;
  /** After "Số: ", with its suffix: "12/TNHS". Left out when the paper has none. */
  readonly number?: string;
  readonly place: string;
  readonly date: Temporal.PlainDate;
}

const MOTTO = {
  state: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  words: 'Độc lập - Tự do - Hạnh phúc',
} as const;

/** Writes the head over the full width; the cursor stands beneath it afterwards. */
export function stateHeader(sheet: Sheet, head: StateHead): void {
  sheet.group('Sect', () => {
    const gap = mm(3);
    const leftWidth = sheet.width * 0.45 - gap;
    const right = { x: sheet.left + leftWidth + gap, width: sheet.width - leftWidth - gap };
    const left = { x: sheet.left, width: leftWidth };
    const size = fitting(sheet, MOTTO.state, right.width, sheet.setup.bodySize);
    const top = sheet.y;
    centred(sheet, MOTTO.state, right, size, 'bold');
    centred(sheet, MOTTO.words, right, size, 'bold');
    underline(sheet, right, sheet.measure(size)(MOTTO.words, 'bold'));
    const rightEnd = sheet.y;
    sheet.y = top;
    if (head.parentBody) parentBody(sheet, head.parentBody.toLocaleUpperCase('vi'), left, size);
    centred(sheet, head.issuingBody.toLocaleUpperCase('vi'), left, size, 'bold');
    underline(sheet, left, leftWidth * 0.35);
    numberAndDate(sheet, head, left, right, Math.max(sheet.y, rightEnd));
  });
}

/** On one line if a slightly smaller size allows it, else broken. */
function parentBody(sheet: Sheet, text: string, left: Column, size: number): void {
  const fits = fitting(sheet, text, left.width, size, 'regular');
  centred(sheet, text, left, fits >= size * 0.85 ? fits : size, 'regular');
}

function numberAndDate(sheet: Sheet, head: StateHead, left: Column, right: Column, y: number): void {
  const size = sheet.setup.bodySize;
  const beside = y + size * 0.4;
  sheet.y = beside;
  if (head.number) centred(sheet, `Số: ${head.number}`, left, size, 'regular');
  const leftEnd = sheet.y;
  sheet.y = beside;
  centred(sheet, placeAndDate(head.place, head.date), right, size, 'italic');
  sheet.y = Math.max(sheet.y, leftEnd) + size * 0.7;
}

/** Quốc hiệu and tiêu ngữ alone in the middle, as on a person's own request or declaration. */
export function mottoHeader(sheet: Sheet): void {
  const size = sheet.setup.bodySize * 1.04;
  const all = { x: sheet.left, width: sheet.width };
  sheet.group('Sect', () => {
    centred(sheet, MOTTO.state, all, size, 'bold');
    centred(sheet, MOTTO.words, all, size, 'bold');
    underline(sheet, all, sheet.measure(size)(MOTTO.words, 'bold'));
  });
  sheet.y += size * 0.9;
}

interface Column {
  readonly x: number;
  readonly width: number;
}

function centred(sheet: Sheet, text: Rich, column: Column, size: number, style: Style): void {
  sheet.paragraph(text, { ...column, size, style, align: 'center', lineHeight: 1.32 });
}

function underline(sheet: Sheet, column: Column, length: number): void {
  const middle = column.x + column.width / 2;
  sheet.y += 1.5;
  sheet.rule(middle - length / 2, sheet.y, middle + length / 2, sheet.y, 0.7);
  sheet.y += 1.5;
}

/** The size, at most `size`, at which the text stands on one line. */
function fitting(sheet: Sheet, text: string, width: number, size: number, style: Style = 'bold'): number {
  const wide = sheet.measure(size)(text, style);
  return wide <= width ? size : (size * width * 0.995) / wide;
}
