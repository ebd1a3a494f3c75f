// The blank form that a person prints and fills in by hand: level 2 of the online services is a form to download.
import {
  choiceBoxes,
  dottedLine,
  figureBoxes,
  heading,
  labelled,
  mm,
  mottoHeader,
  renderPdf,
  type Sheet,
  signatures,
  table,
  tickLine,
  title,
} from '../../../platform/pdf/index.ts';
import type { PaperLine } from '../../../rules/forms/index.ts';

/** What a hand writes, and what is said to it. */
export type BlankLine =
  | PaperLine
  | { readonly kind: 'note'; readonly text: string }
  | {
      readonly kind: 'table';
      readonly label: string;
      /** `share` of the width, relative to the others. */
      readonly columns: readonly { readonly label: string; readonly share: number }[];
      readonly rows: number;
    };

export interface BlankSection {
  readonly title: string;
  readonly lines: readonly BlankLine[];
}

/** A paper to enclose, as the procedure's list has it. */
export interface BlankComponent {
  readonly name: string;
  readonly required: boolean;
  readonly originals: number;
  readonly copies: number;
  readonly presentOnly: boolean;
}

export interface BlankForm {
  readonly title: string;
  /** "Đăng ký khai sinh" */
  readonly procedure: { readonly code: string; readonly name: string };
  readonly sections: readonly BlankSection[];
  readonly components: readonly BlankComponent[];
  readonly legalBasis: readonly string[];
  /** Under the signature: "NGƯỜI YÊU CẦU". */
  readonly signer: string;
  /** When the form came into force; the same form always gives the same bytes. */
  readonly validFrom: Temporal.Instant;
}

/**
 * The blank form as a PDF; same form, same bytes.
 * @throws MissingGlyph when a text has a character that cannot be printed
 */
export function renderBlankForm(form: BlankForm): Promise<Buffer> {
  return renderPdf(
    (sheet) => {
      mottoHeader(sheet);
      sheet.space(2);
      title(sheet, form.title.toLocaleUpperCase('vi'), `Thủ tục: ${form.procedure.name}`);
      sheet.space(3);
      dottedLine(sheet, 'Kính gửi');
      for (const section of form.sections) writeSection(sheet, section);
      enclosures(sheet, form.components);
      sign(sheet, form.signer);
      if (form.legalBasis.length > 0) basis(sheet, form.legalBasis);
    },
    {
      title: form.title,
      subject: `Thủ tục ${form.procedure.code}: ${form.procedure.name}`,
      createdAt: form.validFrom,
      foot: `Mã thủ tục ${form.procedure.code}`,
    },
  );
}

function writeSection(sheet: Sheet, section: BlankSection): void {
  heading(sheet, section.title);
  for (const line of section.lines) writeLine(sheet, line);
}

function writeLine(sheet: Sheet, line: BlankLine): void {
  if (line.kind === 'line') dottedLine(sheet, line.label, line.lines);
  else if (line.kind === 'figures') figureBoxes(sheet, line.label, line.groups);
  else if (line.kind === 'choice') choiceBoxes(sheet, line.label, line.options);
  else if (line.kind === 'tick') tickLine(sheet, line.text);
  else if (line.kind === 'note') sheet.paragraph(line.text, { style: 'italic', after: mm(1) });
  else writeTable(sheet, line);
}

function writeTable(sheet: Sheet, line: Extract<BlankLine, { kind: 'table' }>): void {
  sheet.keep(mm(34));
  sheet.space(1.5);
  sheet.paragraph(`${line.label}:`, { after: mm(1) });
  const columns = [
    { title: 'TT', share: 0.45, align: 'center' as const },
    ...line.columns.map((column) => ({ title: column.label, share: column.share })),
  ];
  const rows = Array.from({ length: line.rows }, (_, index) => [
    String(index + 1),
    ...line.columns.map(() => ''),
  ]);
  table(sheet, columns, rows, {
    rowHeight: mm(9),
    size: sheet.setup.bodySize * (columns.length > 6 ? 0.8 : 0.9),
  });
  sheet.space(2);
}

function enclosures(sheet: Sheet, components: readonly BlankComponent[]): void {
  if (components.length === 0) return;
  heading(sheet, 'Giấy tờ kèm theo (đánh dấu vào ô những giấy tờ có nộp hoặc xuất trình)');
  for (const component of components) tickLine(sheet, `${component.name}${quantities(component)}`);
}

function quantities(component: BlankComponent): string {
  const has = (words: string) => component.name.toLocaleLowerCase('vi').includes(words);
  const parts = component.presentOnly
    ? [has('xuất trình') ? '' : 'xuất trình']
    : [
        component.originals > 0 ? `${two(component.originals)} bản chính` : '',
        component.copies > 0 ? `${two(component.copies)} bản sao` : '',
      ];
  const duty = component.required ? 'bắt buộc' : has('(nếu') ? '' : 'nếu có';
  const said = [...parts, duty].filter((part) => part !== '');
  return said.length > 0 ? ` (${said.join('; ')})` : '';
}

const two = (count: number) => String(count).padStart(2, '0');

function sign(sheet: Sheet, signer: string): void {
  sheet.space(4);
  sheet.keep(mm(36));
  const half = { x: sheet.left + sheet.width / 2, width: sheet.width / 2 };
  sheet.paragraph('................, ngày ...... tháng ...... năm ........', {
    ...half,
    align: 'center',
    style: 'italic',
  });
  signatures(sheet, { title: [signer], note: '(Ký và ghi rõ họ tên)' });
}

function basis(sheet: Sheet, legalBasis: readonly string[]): void {
  sheet.space(4);
  labelled(sheet, 'Căn cứ pháp lý', legalBasis.join('; '), { size: sheet.setup.bodySize * 0.8 });
}
