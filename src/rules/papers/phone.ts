// Telephone numbers of Vietnam, stored as E.164; only mobiles can take a one-time code.
import { accepted, type Check, doubted, plain, refused } from './cleaning.ts';

const MOBILE = /^(?:0|\+?84)((?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7})$/u;
const LANDLINE = /^(?:0|\+?84)(2\d{8,9})$/u;

const compact = (text: string) => plain(text).replace(/[ .()-]/gu, '');

/** E.164 of a mobile or landline number as people write it. @returns null when it is neither */
export function normalizePhone(text: string): string | null {
  const number = compact(text);
  const found = MOBILE.exec(number) ?? LANDLINE.exec(number);
  return found ? `+84${found[1]}` : null;
}

/** Whether the number, in any accepted writing, is a mobile one. */
export function isMobile(text: string): boolean {
  return MOBILE.test(compact(text));
}

/** Số điện thoại: mobiles are accepted, landlines with a warning since they take no one-time code. */
export function checkPhone(text: string): Check {
  const number = compact(text);
  if (number === '') return refused('Bạn phải nhập số điện thoại.');
  const out = normalizePhone(text);
  if (out && isMobile(text)) return accepted(out, 'Số điện thoại đúng dạng.');
  if (out) return doubted(out, 'Đây là số cố định, không nhận được mã OTP; bạn hãy nhập số di động nếu có.');
  if (!/^\+?\d+$/u.test(number)) {
    return refused('Số điện thoại chỉ gồm chữ số, bạn hãy bỏ chữ cái và ký hiệu khác.');
  }
  if (/^(?:0|\+?84)1\d{9}$/u.test(number)) {
    return refused('Số di động 11 chữ số đã đổi thành 10 chữ số từ năm 2018, bạn hãy nhập số mới.');
  }
  if (!/^(?:0|\+?84)/u.test(number))
    return refused('Số điện thoại bắt đầu bằng 0 hoặc +84, ví dụ 0912 345 678.');
  return refused('Bạn hãy nhập số di động gồm 10 chữ số của một đầu số đang dùng, ví dụ 0912 345 678.');
}
