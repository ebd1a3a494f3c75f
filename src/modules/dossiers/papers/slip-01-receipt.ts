// Mẫu số 01: the receipt that says what was handed in and when the result is promised (NĐ 118/2025; TT 03/2025/TT-VPCP).
import {
  documentDateTime,
  heading,
  labelled,
  labelledPair,
  list,
  type Run,
  renderPdf,
  type Sheet,
  table,
} from '../../../platform/pdf/index.ts';
import { civil, dateOf, formatInstant, formatMoney } from '../../../rules/kernel/index.ts';
import { contact, frameOf, openSlip, type SlipCommon, type SlipSubmitter, signedBy } from './slip.ts';

export interface ReceivedComponent {
  readonly name: string;
  /** How many originals, copies and electronic files were handed in. */
  readonly originals: number;
  readonly copies: number;
  readonly files: number;
}

export type FeeState =
  | { readonly kind: 'free' }
  | { readonly kind: 'paid' | 'exempt'; readonly at: Temporal.Instant }
  | { readonly kind: 'due'; readonly when: string };

export interface Slip01Data extends SlipCommon {
  readonly components: readonly ReceivedComponent[];
  /** Số lượng hồ sơ (bộ). */
  readonly sets: number;
  /** "03 ngày làm việc", as the procedure publishes it. */
  readonly period: string;
  readonly receivedAt: Temporal.Instant;
  readonly dueAt: Temporal.Instant;
  /** The due date explained in words, one sentence each. */
  readonly dueWhy: readonly string[];
  /** "Trung tâm … xã Hiệp Hòa", "bản điện tử trên Cổng", "qua bưu chính tới …" */
  readonly deliverAt: string;
  readonly fee: { readonly lines: readonly { name: string; amount: number }[]; readonly state: FeeState };
  /** Printed so that whoever holds the slip can see the state. */
  readonly secretCode: string;
  /** "motcua.gov.example/tra-cuu": where a person types number and code. */
  readonly trackPlace: string;
  readonly register?: { readonly book: string; readonly entry: string };
  readonly submitter: SlipSubmitter;
  readonly receiver: { readonly name: string };
}

/**
 * The receipt as a PDF; same data, same bytes.
 * @throws MissingGlyph when a text has a character that cannot be printed
 */
export function renderSlip01(data: Slip01Data): Promise<Buffer> {
  const frame = frameOf('receipt', data, dateOf(data.at));
  return renderPdf((sheet) => {
    openSlip(sheet, data, frame, data.secretCode);
    labelled(sheet, 'Bộ phận tiếp nhận', data.head.desk);
    labelled(sheet, 'Tiếp nhận hồ sơ của', data.dossier.applicant.name, { bold: true });
    contact(sheet, data.dossier.applicant);
    labelled(sheet, 'Nội dung yêu cầu giải quyết', data.dossier.request, { bold: true });
    components(sheet, data);
    times(sheet, data);
    fees(sheet, data);
    sign(sheet, data);
    notes(sheet, data);
  }, frame.facts);
}

function components(sheet: Sheet, data: Slip01Data): void {
  heading(sheet, '1. Thành phần hồ sơ nộp gồm:');
  table(
    sheet,
    [
      { title: 'TT', share: 6, align: 'center' },
      { title: 'Tên giấy tờ', share: 54 },
      { title: 'Bản chính', share: 13, align: 'center' },
      { title: 'Bản sao', share: 12, align: 'center' },
      { title: 'Tệp điện tử', share: 16, align: 'center' },
    ],
    data.components.map((one, index) => [
      String(index + 1),
      one.name,
      quantity(one.originals),
      quantity(one.copies),
      quantity(one.files),
    ]),
  );
  sheet.y += sheet.setup.bodySize * 0.4;
}

function quantity(count: number): string {
  return count === 0 ? '-' : String(count);
}

function times(sheet: Sheet, data: Slip01Data): void {
  labelled(sheet, '2. Số lượng hồ sơ', `${String(data.sets).padStart(2, '0')} (bộ)`);
  labelled(sheet, '3. Thời gian giải quyết hồ sơ theo quy định', data.period);
  labelled(sheet, '4. Thời gian nhận hồ sơ', documentDateTime(civil(data.receivedAt)));
  labelled(sheet, '5. Thời gian trả kết quả giải quyết hồ sơ', documentDateTime(civil(data.dueAt)), {
    bold: true,
  });
  if (data.dueWhy.length > 0) {
    const small = sheet.setup.bodySize * 0.9;
    list(sheet, data.dueWhy, { mark: '-', size: small, x: sheet.left + small, width: sheet.width - small });
  }
  labelled(sheet, '6. Đăng ký nhận kết quả tại', data.deliverAt);
}

function fees(sheet: Sheet, data: Slip01Data): void {
  const { lines, state } = data.fee;
  const total = lines.reduce((sum, line) => sum + line.amount, 0);
  if (state.kind === 'free' || total === 0) {
    labelled(sheet, '7. Phí, lệ phí', 'không thu');
  } else {
    const parts = lines.map((line) => `${line.name} ${formatMoney(line.amount)}`).join('; ');
    const runs: Run[] = [
      { text: '7. Phí, lệ phí: ' },
      { text: formatMoney(total), style: 'bold' },
      { text: lines.length > 1 ? ` (${parts})` : ` (${lines[0]?.name ?? ''})` },
      { text: `. Tình trạng: ${stateOf(state)}.` },
    ];
    sheet.paragraph(runs, { after: sheet.setup.bodySize * 0.18 });
  }
  if (data.register) {
    const { book, entry } = data.register;
    labelledPair(sheet, ['Vào Sổ theo dõi hồ sơ, Quyển số', book], ['Số thứ tự', entry]);
  }
}

function stateOf(state: Exclude<FeeState, { kind: 'free' }>): string {
  if (state.kind === 'due') return `chưa nộp, nộp ${state.when}`;
  return `${state.kind === 'paid' ? 'đã nộp' : 'được miễn'} lúc ${formatInstant(state.at)}`;
}

function sign(sheet: Sheet, data: Slip01Data): void {
  sheet.y += sheet.setup.bodySize * 0.6;
  signedBy(sheet, data.submitter, data.receiver.name, 'Đã xác nhận và nộp qua mạng lúc');
}

function notes(sheet: Sheet, data: Slip01Data): void {
  const size = sheet.setup.bodySize * 0.8;
  sheet.y += size * 0.6;
  sheet.keep(size * 7);
  sheet.paragraph('Ghi chú:', { style: 'bold', size });
  list(
    sheet,
    [
      `Theo dõi hồ sơ: quét mã QR hoặc vào ${data.trackPlace}, nhập mã hồ sơ và mã tra cứu. Xin giữ kín mã tra cứu: ai có mã đều xem được tình trạng hồ sơ.`,
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả được lập thành 02 liên: một liên giao cho tổ chức, cá nhân nộp hồ sơ; một liên chuyển kèm theo Phiếu kiểm soát quá trình giải quyết hồ sơ.',
      'Tổ chức, cá nhân có thể đăng ký nhận kết quả tại nơi tiếp nhận hồ sơ, hoặc tại nhà, trụ sở qua dịch vụ bưu chính.',
    ],
    { mark: '-', size },
  );
}
