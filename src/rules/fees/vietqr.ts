// VietQR (EMV merchant QR as NAPAS uses it): the payload that a bank app reads, written and read back without mercy.
import { crc16 } from './crc16.ts';

export type VietQrService = 'QRIBFTTA' | 'QRIBFTTC';

export interface VietQr {
  /** Bank identification number, 6 digits. */
  readonly bin: string;
  /** Account, or card with `QRIBFTTC`. */
  readonly account: string;
  /** Integer đồng; null lets the payer type it (static code). */
  readonly amount: number | null;
  /** What the transfer says; empty for nothing. */
  readonly purpose: string;
  /** To an account (default) or to a card. */
  readonly service?: VietQrService;
  readonly bill?: string;
}

const NAPAS = 'A000000727';
const VND = '704';
const COUNTRY = 'VN';
const LARGEST_AMOUNT = 999_999_999_999;
const CRC_HEAD = '6304';

function demand(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new RangeError(sentence);
}

function isService(service: string): service is VietQrService {
  return service === 'QRIBFTTA' || service === 'QRIBFTTC';
}

function demandFields({ bin, account, amount, purpose, service, bill }: VietQr): void {
  demand(/^\d{6}$/u.test(bin), 'Mã ngân hàng (BIN) phải gồm 6 chữ số.');
  demand(
    /^[A-Za-z0-9]{6,19}$/u.test(account),
    'Số tài khoản phải gồm 6 đến 19 chữ số hoặc chữ cái không dấu.',
  );
  demand(
    amount === null || (Number.isSafeInteger(amount) && amount > 0 && amount <= LARGEST_AMOUNT),
    'Số tiền phải là số nguyên đồng lớn hơn 0, nhiều nhất 12 chữ số, hoặc null.',
  );
  demand(
    /^[A-Za-z0-9 ]{0,25}$/u.test(purpose),
    'Nội dung chuyển khoản nhiều nhất 25 ký tự, chỉ gồm chữ cái không dấu, chữ số và dấu cách.',
  );
  demand(
    service === undefined || isService(service),
    'Dịch vụ phải là QRIBFTTA (tài khoản) hoặc QRIBFTTC (thẻ).',
  );
  demand(
    bill === undefined || /^[A-Za-z0-9.-]{1,25}$/u.test(bill),
    'Số hóa đơn gồm 1 đến 25 chữ cái không dấu, chữ số, dấu chấm hoặc gạch nối.',
  );
}

const field = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`;

/**
 * The payload of a VietQR code.
 * @param knownBins the NAPAS table, when the bank must be one of it
 * @throws RangeError with a sentence when a field cannot be paid to
 */
export function encodeVietQr(qr: VietQr, knownBins?: ReadonlySet<string>): string {
  demandFields(qr);
  const { bin, account, amount, purpose, service = 'QRIBFTTA', bill } = qr;
  demand(!knownBins || knownBins.has(bin), `Không có ngân hàng nào mang mã BIN ${bin}.`);
  const beneficiary = field('00', bin) + field('01', account);
  const additional = (bill ? field('01', bill) : '') + (purpose ? field('08', purpose) : '');
  const body = [
    field('00', '01'),
    field('01', amount === null ? '11' : '12'),
    field('38', field('00', NAPAS) + field('01', beneficiary) + field('02', service)),
    field('53', VND),
    amount === null ? '' : field('54', String(amount)),
    field('58', COUNTRY),
    additional ? field('62', additional) : '',
    CRC_HEAD,
  ].join('');
  return body + crc16(body);
}

function readFields(text: string, where: string): Map<string, string> {
  const fields = new Map<string, string>();
  let at = 0;
  while (at < text.length) {
    const head = /^(\d{2})(\d{2})$/u.exec(text.slice(at, at + 4));
    demand(head !== null, `Mã QR hỏng: phần ${where} có ký tự thừa.`);
    const [, id = '', length = ''] = head;
    const end = at + 4 + Number(length);
    demand(
      end <= text.length && end > at + 4,
      `Mã QR hỏng: độ dài của trường ${id} trong phần ${where} không đúng.`,
    );
    demand(!fields.has(id), `Mã QR hỏng: trường ${id} trong phần ${where} lặp lại.`);
    fields.set(id, text.slice(at + 4, end));
    at = end;
  }
  return fields;
}

function readAmount(fields: ReadonlyMap<string, string>): number | null {
  const amount = fields.get('54');
  if (amount === undefined) return null;
  demand(/^[1-9]\d{0,11}$/u.test(amount), 'Số tiền trong mã QR không phải số nguyên đồng.');
  return Number(amount);
}

function readBeneficiary(fields: ReadonlyMap<string, string>) {
  const merchant = readFields(fields.get('38') ?? '', '38');
  demand(merchant.get('00') === NAPAS, 'Mã QR này không phải VietQR của NAPAS.');
  const beneficiary = readFields(merchant.get('01') ?? '', '38.01');
  const bin = beneficiary.get('00') ?? '';
  const account = beneficiary.get('01') ?? '';
  const service = merchant.get('02') ?? 'QRIBFTTA';
  demand(/^\d{6}$/u.test(bin), 'Mã ngân hàng trong mã QR không đúng.');
  demand(/^[A-Za-z0-9]{6,19}$/u.test(account), 'Số tài khoản trong mã QR không đúng.');
  demand(isService(service), 'Mã QR này không phải lệnh chuyển tiền đến tài khoản hoặc thẻ.');
  return { bin, account, service };
}

/**
 * The transfer that a payload asks for.
 * @throws RangeError when the check sum, a length, a repeated or left-over part, or a value is wrong
 */
export function decodeVietQr(payload: string): VietQr {
  const body = payload.slice(0, -4);
  demand(body.endsWith(CRC_HEAD), 'Mã QR hỏng: không kết thúc bằng mã kiểm tra.');
  demand(crc16(body) === payload.slice(-4), 'Mã QR hỏng: mã kiểm tra không khớp.');
  const fields = readFields(payload, 'chính');
  demand(payload.startsWith('000201'), 'Mã QR không theo phiên bản 01.');
  demand(['11', '12'].includes(fields.get('01') ?? ''), 'Mã QR không nói rõ là tĩnh hay động.');
  demand(fields.get('53') === VND && fields.get('58') === COUNTRY, 'Mã QR không phải tiền đồng Việt Nam.');
  const additional = readFields(fields.get('62') ?? '', '62');
  const bill = additional.get('01');
  return {
    ...readBeneficiary(fields),
    amount: readAmount(fields),
    purpose: additional.get('08') ?? '',
    ...(bill === undefined ? {} : { bill }),
  };
}
