// The "mã xác thực" of the form: plain digits to retype, bound to this browser and to ten minutes; nothing is kept.
import { digits, hmac, sameSecret } from '../../../platform/crypto.ts';

const MINUTES = 10;

export interface Confirmation {
  /** Shown on the page. */
  readonly code: string;
  /** Goes along in a hidden field. */
  readonly mark: string;
}

const sign = (secret: string, browser: string, code: string, until: number) =>
  hmac(secret, `confirmation:${browser}:${code}:${until}`);

/** @param browser the form's token, which belongs to one browser */
export function issueConfirmation(secret: string, browser: string, now: Temporal.Instant): Confirmation {
  const code = digits(6);
  const until = now.epochMilliseconds + MINUTES * 60_000;
  return { code, mark: `${until}.${sign(secret, browser, code, until)}` };
}

/** The sentence that says what is wrong, or null. Spaces do not matter. */
export function confirmationFault(
  { secret, browser, now }: { secret: string; browser: string; now: Temporal.Instant },
  typed: string,
  mark: string,
): string | null {
  const code = typed.normalize('NFKC').replace(/\s/gu, '');
  if (code === '') return 'Bạn phải nhập mã xác thực.';
  const [until = '', signature = ''] = mark.split('.');
  if (!(Number(until) > now.epochMilliseconds)) return 'Mã xác thực đã quá lâu. Hãy nhập mã xác thực mới.';
  if (sameSecret(signature, sign(secret, browser, code, Number(until)))) return null;
  return 'Mã xác thực không đúng. Hãy nhập mã xác thực mới.';
}
