// Mẫu số 03: the refusal to receive a dossier. It cannot be made without a reason, and it says what the person can do.
import { heading, labelled, list, renderPdf, type Sheet } from '../../../platform/pdf/index.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { contact, frameOf, openSlip, type SlipCommon, type SlipSubmitter, signedBy } from './slip.ts';

export interface Slip03Data extends SlipCommon {
  /** The specific reason; may be long. */
  readonly reason: string;
  /** Articles that the refusal rests on. */
  readonly legalBasis: readonly string[];
  /** What the person can do instead: the right office, the right procedure, the missing condition. */
  readonly advice?: string;
  readonly submitter: SlipSubmitter;
  readonly receiver: { readonly name: string };
}

/**
 * The refusal as a PDF; same data, same bytes.
 * @throws RangeError without a reason; MissingGlyph when a character cannot be printed
 */
export function renderSlip03(data: Slip03Data): Promise<Buffer> {
  if (!data.reason.trim()) throw new RangeError('a refusal needs a reason');
  const frame = frameOf('refusal', data, dateOf(data.at));
  return renderPdf((sheet) => {
    openSlip(sheet, data, frame);
    labelled(sheet, 'Bộ phận tiếp nhận', data.head.desk);
    labelled(sheet, 'Tiếp nhận hồ sơ của', data.dossier.applicant.name, { bold: true });
    contact(sheet, data.dossier.applicant);
    labelled(sheet, 'Nội dung yêu cầu giải quyết', data.dossier.request, { bold: true });
    reason(sheet, data);
    signedBy(sheet, data.submitter, data.receiver.name, 'Đã nộp qua mạng lúc');
  }, frame.facts);
}

function reason(sheet: Sheet, data: Slip03Data): void {
  const size = sheet.setup.bodySize;
  const indent = size * 2.4;
  const body = { align: 'justify', indent, after: size * 0.4 } as const;
  sheet.y += size * 0.3;
  sheet.paragraph(
    `Qua xem xét, ${data.head.desk} thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:`,
    body,
  );
  sheet.paragraph(data.reason, body);
  if (data.legalBasis.length > 0) {
    heading(sheet, 'Căn cứ pháp lý:');
    list(sheet, data.legalBasis, { mark: '-' });
  }
  if (data.advice) labelled(sheet, 'Ông/Bà có thể', data.advice);
  sheet.paragraph(
    'Trường hợp không đồng ý, Ông/Bà có quyền khiếu nại theo quy định của pháp luật về khiếu nại.',
    body,
  );
  sheet.paragraph('Xin thông báo để Ông/Bà được biết và thực hiện./.', { ...body, after: size });
}
