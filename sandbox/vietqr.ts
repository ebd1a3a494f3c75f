// Reads a VietQR payload as a payer's bank app does (EMVCo TLV, NAPAS template). Written apart from the portal's
// writer, so that each checks the other.
import type { Bill } from './happenings.ts';

const NAPAS = 'A000000727';

/** @returns the bill in the payload. @throws Error with a plain Vietnamese sentence when it is not a whole VietQR */
export function readVietQr(payload: string): Bill {
  const root = fields(checked(payload.trim()));
  const merchant = fields(need(root, '38', 'tài khoản nhận'));
  if (merchant.get('00') !== NAPAS) throw new Error('Mã QR không phải VietQR của NAPAS.');
  const target = fields(need(merchant, '01', 'tài khoản nhận'));
  const extra = fields(root.get('62') ?? '');
  const purpose = extra.get('08') ?? '';
  const bin = need(target, '00', 'mã ngân hàng');
  const account = need(target, '01', 'số tài khoản');
  return {
    ref: referenceIn(purpose) || referenceIn(extra.get('01') ?? '') || `${bin}${account}`,
    amount: readAmount(root.get('54')),
    bin,
    account,
    purpose,
  };
}

/** The part of a transfer's content that names a bill: `DVC` and what is glued to it, else the first letters and digits. */
export function referenceIn(content: string): string {
  const plain = content.toUpperCase().replace(/[^A-Z0-9]/gu, '');
  return /DVC[A-Z]?\d{6,}/u.exec(plain)?.[0] ?? plain.slice(0, 25);
}

function readAmount(text: string | undefined): number | null {
  if (text === undefined) return null;
  if (!/^[1-9]\d{0,11}$/u.test(text)) throw new Error('Số tiền trong mã QR không phải số nguyên đồng.');
  return Number(text);
}

/** The payload without its checksum field. */
function checked(payload: string): string {
  const body = payload.slice(0, -4);
  if (!body.endsWith('6304')) throw new Error('Mã QR thiếu phần kiểm tra ở cuối.');
  if (crc16(body) !== payload.slice(-4))
    throw new Error('Mã QR bị sai hoặc bị sửa: phần kiểm tra không khớp.');
  return body.slice(0, -4);
}

function need(from: Map<string, string>, tag: string, name: string): string {
  const value = from.get(tag);
  if (value === undefined || value === '') throw new Error(`Mã QR thiếu ${name}.`);
  return value;
}

function fields(text: string): Map<string, string> {
  const letters = [...text];
  const found = new Map<string, string>();
  let at = 0;
  while (at < letters.length) {
    const head = letters.slice(at, at + 4).join('');
    const length = Number(head.slice(2));
    const value = letters.slice(at + 4, at + 4 + length);
    if (!/^\d{4}$/u.test(head) || value.length < length) throw new Error('Mã QR bị cắt hoặc sai độ dài.');
    const tag = head.slice(0, 2);
    if (found.has(tag)) throw new Error('Mã QR có một trường bị lặp.');
    found.set(tag, value.join(''));
    at += 4 + length;
  }
  return found;
}

/** CRC-16/CCITT-FALSE, four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
