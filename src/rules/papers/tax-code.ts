// Tax codes: 10 digits with a check digit, 13 for a branch, or the 12-digit personal number.
import {
  accepted,
  type Check,
  type CheckContext,
  doubted,
  notDigits,
  refused,
  ungrouped,
} from './cleaning.ts';
import { checkCccd } from './personal-number.ts';

const WEIGHTS = [31, 29, 23, 19, 17, 13, 7, 5, 3];

/** Check digit of the first nine digits: 10 less the weighted sum modulo 11; 10 itself when no digit fits. */
export function taxCheckDigit(nine: string): number {
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(nine[at]), 0);
  return 10 - (sum % 11);
}

function checkTen(ten: string, out: string): Check {
  const digit = taxCheckDigit(ten);
  if (digit === 10) {
    return doubted(
      out,
      'Không có chữ số kiểm tra nào khớp với mã số thuế này, bạn hãy đối chiếu với giấy tờ thuế.',
    );
  }
  if (digit !== Number(ten[9])) {
    return refused('Mã số thuế sai chữ số kiểm tra, bạn hãy xem lại từng chữ số trên giấy tờ thuế.');
  }
  return accepted(out, 'Mã số thuế đúng dạng.');
}

/**
 * Mã số thuế: 10 digits, branch `NNNNNNNNNN-NNN` (001 to 999), or the personal number that individuals and
 * households use since 1/7/2025.
 */
export function checkTaxCode(text: string, context: CheckContext = {}): Check {
  const number = ungrouped(text);
  if (number === '') return refused('Bạn phải nhập mã số thuế.');
  const letters = notDigits(number, 'Mã số thuế');
  if (letters) return refused(letters);
  if (number.length === 12) return checkCccd(number, context);
  if (number.length === 10) return checkTen(number, number);
  if (number.length !== 13) {
    return refused(`Mã số thuế có 10, 12 hoặc 13 chữ số, bạn đã nhập ${number.length} chữ số.`);
  }
  const branch = number.slice(10);
  if (branch === '000') return refused('Ba chữ số cuối của mã số thuế chi nhánh đi từ 001 đến 999.');
  return checkTen(number.slice(0, 10), `${number.slice(0, 10)}-${branch}`);
}
