// The word that ties a bank transfer to a bill: `DVC`, eleven digits and a check digit, so that a slip of the pen is caught.

const LARGEST = 99_999_999_999;

/** Check digit by ISO 7064 MOD 11,10: every single wrong digit is caught, and nearly every swap of neighbours. */
export function checkDigit(digits: string): string {
  let product = 10;
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10 || 10;
    product = (sum * 2) % 11;
  }
  return String((11 - product) % 10);
}

/** `DVC` + 11 digits + check digit. @throws RangeError when the number is not an integer from 0 to 99 999 999 999 */
export function paymentReference(number: number): string {
  if (!Number.isSafeInteger(number) || number < 0 || number > LARGEST) {
    throw new RangeError(`Số thứ tự khoản thu ${number} phải là số nguyên từ 0 đến ${LARGEST}.`);
  }
  const digits = String(number).padStart(11, '0');
  return `DVC${digits}${checkDigit(digits)}`;
}

/** Whether a text is exactly a reference with a right check digit. */
export function isPaymentReference(text: string): boolean {
  return /^DVC\d{12}$/u.test(text) && checkDigit(text.slice(3, 14)) === text.slice(14);
}

/** The references in a bank's free text, whatever it did to case, spaces and signs; each once, in order. */
export function findPaymentReferences(text: string): readonly string[] {
  const bare = text.toUpperCase().replace(/[^A-Z0-9]/gu, '');
  const found = Array.from(bare.matchAll(/(?=(DVC\d{12}))/gu), (match) => match[1] ?? '');
  return [...new Set(found.filter(isPaymentReference))];
}

/** The one reference in a bank's free text, or null when there is none or more than one: then a person decides. */
export function findPaymentReference(text: string): string | null {
  const found = findPaymentReferences(text);
  return found.length === 1 ? (found[0] ?? null) : null;
}
