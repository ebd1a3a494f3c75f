// A copy of what was filed: every answer in words, as the check page showed it, for the person to keep.
import {
  heading,
  mm,
  mottoHeader,
  qrCode,
  renderPdf,
  type Sheet,
  table,
  title,
  withSubstitutes,
} from '../../../platform/pdf/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';

export interface FilledRow {
  readonly label: string;
  readonly value: string;
  /** Heading of the repeated row it belongs to: "Giấy tờ 2". */
  readonly group?: string;
}

export interface FilledForm {
  readonly title: string;
  readonly procedure: { readonly code: string; readonly name: string };
  readonly agency: string;
  readonly dossierNumber?: string;
  /** Leads to the page that follows the dossier. */
  readonly trackUrl?: string;
  readonly filedAt: Temporal.Instant;
  readonly filedBy: string;
  readonly sections: readonly { readonly title: string; readonly rows: readonly FilledRow[] }[];
  /** The papers that were handed in, by name. */
  readonly attachments: readonly { readonly component: string; readonly file: string }[];
}

/**
 * The filed answers as a PDF; same answers, same bytes. A file's name, or a text from before such were refused, may hold
 * characters that cannot be printed: a sign stands for each, so that nobody is kept from their own copy.
 */
export function renderFilledForm(filed: FilledForm): Promise<Buffer> {
  const form = printableForm(filed);
  return renderPdf(
    (sheet) => {
      mottoHeader(sheet);
      if (form.trackUrl) code(sheet, form.trackUrl);
      title(sheet, form.title.toLocaleUpperCase('vi'), `Thủ tục: ${form.procedure.name}`);
      sheet.paragraph(`Kính gửi: ${form.agency}`, { align: 'center', after: mm(2) });
      for (const section of form.sections) {
        heading(sheet, section.title);
        answers(sheet, section.rows);
      }
      attachments(sheet, form);
      declaration(sheet, form);
    },
    {
      title: `${form.title} - ${form.dossierNumber ?? form.filedBy}`,
      subject: `Thủ tục ${form.procedure.code}: ${form.procedure.name}`,
      createdAt: form.filedAt,
      foot: form.dossierNumber ? `Mã hồ sơ ${form.dossierNumber}` : `Mã thủ tục ${form.procedure.code}`,
    },
  );
}

function printableForm(form: FilledForm): FilledForm {
  return {
    ...form,
    title: withSubstitutes(form.title),
    agency: withSubstitutes(form.agency),
    filedBy: withSubstitutes(form.filedBy),
    sections: form.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => ({ ...row, value: withSubstitutes(row.value) })),
    })),
    attachments: form.attachments.map((one) => ({ ...one, file: withSubstitutes(one.file) })),
  };
}

function code(sheet: Sheet, url: string): void {
  const side = mm(20);
  qrCode(sheet, url, {
    x: sheet.right - side,
    y: sheet.top,
    side,
    alt: `Mã QR dẫn tới trang theo dõi hồ sơ: ${url}`,
  });
}

const COLUMNS = [
  { title: 'Mục khai', share: 40, heads: true },
  { title: 'Nội dung đã khai', share: 60 },
];

function answers(sheet: Sheet, rows: readonly FilledRow[]): void {
  let open: FilledRow[] = [];
  const flush = () => {
    if (open.length > 0)
      table(
        sheet,
        COLUMNS,
        open.map((row) => [row.label, row.value]),
      );
    open = [];
  };
  let group: string | undefined;
  for (const row of rows) {
    if (row.group !== group) {
      flush();
      if (row.group) heading(sheet, row.group, 'H3');
      group = row.group;
    }
    open.push(row);
  }
  flush();
  sheet.space(1);
}

function attachments(sheet: Sheet, form: FilledForm): void {
  if (form.attachments.length === 0) return;
  heading(sheet, 'Giấy tờ đã nộp kèm theo');
  const columns = [
    { title: 'TT', share: 7, align: 'center' as const },
    { title: 'Giấy tờ', share: 55, heads: true },
    { title: 'Tệp', share: 38 },
  ];
  table(
    sheet,
    columns,
    form.attachments.map((one, index) => [String(index + 1), one.component, one.file]),
  );
}

function declaration(sheet: Sheet, form: FilledForm): void {
  sheet.space(3);
  sheet.paragraph(
    `${form.filedBy} đã cam đoan "Tôi xin chịu trách nhiệm trước pháp luật về lời khai trên" và nộp qua mạng lúc ${formatInstant(form.filedAt)}.`,
  );
}
