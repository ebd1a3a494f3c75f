// Tax codes: 10 digits with a check digit, 13 for a branch, or the 12-digit personal number.
import {
  accepted,
  type CheckContext,
  doubted,
  isDigits,
  type PaperCheck,
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

/** Of the first ten digits. */
function checkTen(number: string, out: string): PaperCheck {
  const digit = taxCheckDigit(number);
  if (digit === 10) return doubted(out, 'tax-code-no-check-digit');
  if (digit !== Number(number[9])) return refused('tax-code-check-digit');
  return accepted(out, 'tax-code-right');
}

/**
 * Mã số thuế: 10 digits, branch `NNNNNNNNNN-NNN` (001 to 999), or the personal number that individuals and
 * households use since 1/7/2025.
 */
export function checkTaxCode(text: string, context: CheckContext = {}): PaperCheck {
  const number = ungrouped(text);
  if (number === '') return refused('tax-code-empty');
  if (!isDigits(number)) return refused('tax-code-not-digits');
  if (number.length === 12) return checkCccd(number, context);
  if (number.length === 10) return checkTen(number, number);
  if (number.length !== 13) return refused('tax-code-length', { typed: number.length });
  const branch = number.slice(10);
  if (branch === '000') return refused('tax-code-branch');
  return checkTen(number, `${number.slice(0, 10)}-${branch}`);
}
