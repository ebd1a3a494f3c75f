// The result document: a template filled with its values, numbered, dated, with a QR code to the page that verifies it.
import {
  closing,
  framed,
  heading,
  labelled,
  mm,
  type PaperFacts,
  qrCode,
  renderPdf,
  type Sheet,
  stateHeader,
  table,
  title,
} from '../../../platform/pdf/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { fill, type ResultBlock, type ResultTemplate } from './template.ts';

export type ResultRow = Readonly<Record<string, string>>;
export type ResultValues = Readonly<Record<string, string | readonly ResultRow[]>>;

/** Stands where the code will: what is looked at before signing cannot be taken for the paper. */
export const PREVIEW_CODE = 'BẢN XEM TRƯỚC';

export interface ResultPaperData {
  readonly head: {
    /** "UBND TỈNH BẮC NINH" */
    readonly parentBody?: string;
    /** "ỦY BAN NHÂN DÂN XÃ HIỆP HÒA" */
    readonly issuingBody: string;
    readonly place: string;
    /** Serial number without suffix. */
    readonly serial: string;
  };
  /** The moment of signing; gives the date (Vietnamese civil time) and the file's creation date. */
  readonly signedAt: Temporal.Instant;
  readonly dossierNumber: string;
  readonly values: ResultValues;
  /** The title defaults to the template's ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"). */
  readonly signer: { readonly title?: readonly string[]; readonly name: string };
  /** Where and with which code the paper is checked; `PREVIEW_CODE` before it is signed. */
  readonly verify: { readonly url: string; readonly place: string; readonly code: string };
}

/**
 * What keeps a result from being made: names of inputs that are missing, or empty though they must not be. Empty when all is there; ask
 * before a leader signs.
 */
export function missingValues(template: ResultTemplate, values: ResultValues): string[] {
  return template.inputs
    .filter((input) => {
      const value = values[input.name];
      if (input.columns) {
        if (!Array.isArray(value) || value.some((row: ResultRow) => wrongRow(row, input.columns ?? [])))
          return true;
        return !input.optional && value.length === 0;
      }
      return typeof value !== 'string' || (!input.optional && !value.trim());
    })
    .map((input) => input.name);
}

/** What must stand on the paper and is not written yet. */
const GAP = '………………………';

/** The values with a gap wherever one must still be written: what may be looked at before it is finished. */
export function withGaps(template: ResultTemplate, values: ResultValues): ResultValues {
  const shown = template.inputs.map(({ name, columns, optional }): [string, ResultValues[string]] => {
    const value = values[name] ?? (columns ? [] : '');
    if (optional || (typeof value === 'string' ? value.trim() !== '' : value.length > 0))
      return [name, value];
    return [name, columns ? [Object.fromEntries(columns.map((column) => [column.name, GAP]))] : GAP];
  });
  return { ...values, ...Object.fromEntries(shown) };
}

function wrongRow(row: ResultRow, columns: readonly { name: string }[]): boolean {
  return columns.some((column) => row[column.name] === undefined);
}

/**
 * The result as a PDF; same data, same bytes.
 * @throws Error when a value is missing or unfit (see `missingValues`); MissingGlyph for an unprintable character
 */
export async function renderResult(template: ResultTemplate, data: ResultPaperData): Promise<Buffer> {
  const missing = missingValues(template, data.values);
  if (missing.length > 0) throw new Error(`result ${template.id}: no fit value for ${missing.join(', ')}`);
  const number = `${data.head.serial}${template.numberSuffix}`;
  return renderPdf((sheet) => write(sheet, template, data, number), factsOf(template, data, number));
}

function factsOf(template: ResultTemplate, data: ResultPaperData, number: string): PaperFacts {
  return {
    title: `${plainText(template.title, data)} số ${number}`,
    subject: `Kết quả giải quyết hồ sơ ${data.dossierNumber}`,
    author: data.head.issuingBody,
    createdAt: data.signedAt,
    foot: `Số ${number} · Mã hồ sơ ${data.dossierNumber} · Mã kiểm tra ${data.verify.code}`,
  };
}

function write(sheet: Sheet, template: ResultTemplate, data: ResultPaperData, number: string): void {
  const { parentBody, issuingBody, place } = data.head;
  stateHeader(sheet, { parentBody, issuingBody, place, number, date: dateOf(data.signedAt) });
  sheet.space(2);
  title(
    sheet,
    plainText(template.title, data).toLocaleUpperCase('vi'),
    plainText(template.subtitle ?? '', data),
  );
  sheet.space(3);
  for (const basis of template.legalBasis)
    sheet.paragraph(`Căn cứ ${basis};`, { style: 'italic', indent: mm(10) });
  if (template.legalBasis.length > 0) sheet.space(2);
  for (const block of template.blocks) if (shown(block, data.values)) writeBlock(sheet, block, data);
  sheet.space(4);
  closing(sheet, template.recipients, {
    title: data.signer.title ?? template.signerTitle,
    name: data.signer.name,
  });
  verification(sheet, data);
}

function shown(block: ResultBlock, values: ResultValues): boolean {
  const value = block.when ? values[block.when] : undefined;
  return !block.when || (typeof value === 'string' ? value.trim() !== '' : (value?.length ?? 0) > 0);
}

function writeBlock(sheet: Sheet, block: ResultBlock, data: ResultPaperData): void {
  if (block.kind === 'heading') heading(sheet, plainText(block.text, data));
  else if (block.kind === 'paragraph') {
    const align = block.align ?? 'justify';
    const indent = align === 'justify' ? mm(10) : 0;
    const after = sheet.setup.bodySize * 0.4;
    sheet.paragraph(plainText(block.text, data), { align, style: block.style, indent, after });
  } else if (block.kind === 'fields') {
    for (const row of block.rows) fieldRow(sheet, row, data);
    sheet.y += sheet.setup.bodySize * 0.5;
  } else rowsTable(sheet, block, data);
}

type FieldCell = Extract<ResultBlock, { kind: 'fields' }>['rows'][number][number];

/** Fields that share a line stand side by side when each fits its share; else one under the other. */
function fieldRow(sheet: Sheet, row: readonly FieldCell[], data: ResultPaperData): void {
  const cells = row
    .map((cell) => ({ ...cell, value: plainText(cell.value, data) }))
    .filter((cell) => !cell.optional || cell.value.trim() !== '');
  const width = sheet.width / Math.max(1, cells.length) - mm(2);
  const one = sheet.heightOf('x') + 0.1;
  const together = cells.length > 1 && cells.every((cell) => sheet.heightOf(runs(cell), { width }) <= one);
  const after = sheet.setup.bodySize * 0.35;
  if (together) sheet.keep(one);
  const top = sheet.y;
  cells.forEach((cell, index) => {
    if (together) sheet.y = top;
    const column = together ? { width, x: sheet.left + index * (width + mm(2)) } : {};
    sheet.paragraph(runs(cell), { after, ...column });
  });
}

function runs(cell: FieldCell) {
  return [
    { text: `${cell.label}: ` },
    { text: cell.value, style: cell.bold ? ('bold' as const) : ('regular' as const) },
  ];
}

function rowsTable(
  sheet: Sheet,
  block: Extract<ResultBlock, { kind: 'table' }>,
  data: ResultPaperData,
): void {
  const rows = data.values[block.each];
  if (!Array.isArray(rows)) throw new Error(`"${block.each}" is no list`);
  table(
    sheet,
    block.columns,
    rows.map((row: ResultRow, index: number) =>
      block.columns.map((column) =>
        fill(column.value, (name) =>
          name === '#' ? String(index + 1) : (row[name] ?? plainValue(name, data)),
        ),
      ),
    ),
  );
  sheet.y += sheet.setup.bodySize * 0.6;
}

function plainText(source: string, data: ResultPaperData): string {
  return fill(source, (name) => plainValue(name, data));
}

function plainValue(name: string, data: ResultPaperData): string | undefined {
  const value = Object.hasOwn(data.values, name) ? data.values[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function verification(sheet: Sheet, data: ResultPaperData): void {
  const { url, place, code } = data.verify;
  const side = mm(22);
  const size = sheet.setup.bodySize * 0.86;
  sheet.space(4);
  framed(sheet, side, (column) => {
    qrCode(sheet, url, {
      x: column.x,
      y: sheet.y,
      side,
      alt: `Mã QR dẫn tới trang kiểm tra văn bản: ${url}`,
    });
    const beside = { x: column.x + side + mm(3), width: column.width - side - mm(3), size };
    sheet.y += size * 0.4;
    labelled(sheet, 'Mã kiểm tra', code, { ...beside, bold: true });
    sheet.paragraph(
      `Văn bản này chưa có chữ ký số PKI; kiểm tra tại ${place}: quét mã QR bên trái, hoặc nhập mã hồ sơ ${data.dossierNumber} và mã kiểm tra. Trang kiểm tra cho biết văn bản có đúng do cơ quan ban hành và còn nguyên vẹn hay không.`,
      beside,
    );
  });
}
