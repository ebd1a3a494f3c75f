// Mẫu số 02: the request to complete a dossier. It lists every fault at once, each with what to do about it, because
// a person may in principle be asked only once (NĐ 118/2025).
import {
  documentDateTime,
  heading,
  labelled,
  renderPdf,
  type Sheet,
  signatures,
  table,
} from '../../../platform/pdf/index.ts';
import { civil, dateOf } from '../../../rules/kernel/index.ts';
import { contact, frameOf, openSlip, type SlipCommon } from './slip.ts';

export interface SupplementItem {
  /** The paper or the field of the form that is at fault. */
  readonly subject: string;
  readonly wrong: string;
  readonly todo: string;
}

export interface Slip02Data extends SlipCommon {
  readonly items: readonly SupplementItem[];
  /** Why, in general; with the legal basis where there is one. */
  readonly reason: string;
  /** Until when the person may answer; the dossier may be stopped afterwards. */
  readonly answerBy?: Temporal.Instant;
  /** What becomes of the due date while we wait, in one sentence. */
  readonly clockNote?: string;
  /** Where the person answers online. */
  readonly answerPlace?: string;
  readonly contact: { readonly name: string; readonly phone?: string };
  readonly guide: { readonly name: string };
}

/**
 * The request as a PDF; same data, same bytes.
 * @throws MissingGlyph when a text has a character that cannot be printed
 */
export function renderSlip02(data: Slip02Data): Promise<Buffer> {
  const frame = frameOf('supplement', data, dateOf(data.at));
  return renderPdf((sheet) => {
    openSlip(sheet, data, frame);
    labelled(sheet, 'Hồ sơ của', data.dossier.applicant.name, { bold: true });
    labelled(sheet, 'Nội dung yêu cầu giải quyết', data.dossier.request, { bold: true });
    contact(sheet, data.dossier.applicant);
    items(sheet, data);
    labelled(sheet, 'Lý do', data.reason);
    answer(sheet, data);
    sheet.y += sheet.setup.bodySize * 0.8;
    signatures(sheet, {
      title: ['NGƯỜI HƯỚNG DẪN'],
      note: '(Ký và ghi rõ họ tên)',
      name: data.guide.name,
    });
  }, frame.facts);
}

function items(sheet: Sheet, data: Slip02Data): void {
  heading(sheet, 'Đề nghị Ông/Bà bổ sung, hoàn thiện hồ sơ gồm những nội dung sau:');
  table(
    sheet,
    [
      { title: 'TT', share: 7, align: 'center' },
      { title: 'Giấy tờ hoặc mục khai', share: 27 },
      { title: 'Nội dung chưa đúng, chưa đủ', share: 33 },
      { title: 'Việc cần làm', share: 33 },
    ],
    data.items.map((item, index) => [String(index + 1), item.subject, item.wrong, item.todo]),
  );
  sheet.y += sheet.setup.bodySize * 0.5;
}

function answer(sheet: Sheet, data: Slip02Data): void {
  const after = sheet.setup.bodySize * 0.18;
  if (data.answerBy)
    labelled(sheet, 'Thời hạn bổ sung', `trước ${documentDateTime(civil(data.answerBy))}`, { bold: true });
  if (data.answerPlace) labelled(sheet, 'Nơi bổ sung', data.answerPlace);
  if (data.clockNote) sheet.paragraph(data.clockNote, { after });
  const phone = data.contact.phone ? `, số điện thoại ${data.contact.phone},` : '';
  sheet.paragraph(
    `Trong quá trình hoàn thiện hồ sơ, nếu có vướng mắc, đề nghị Ông/Bà liên hệ với ${data.contact.name}${phone} để được hướng dẫn./.`,
    { after },
  );
}
