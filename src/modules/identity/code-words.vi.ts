// The SMS that brings a one-time code: without accents, one GSM-7 part, the code first, then which account asked for what.

/** What the SMS is told: `account` is masked, `minutes` the code's life. */
export interface CodeSaid {
  readonly code: string;
  readonly account: string;
  readonly minutes: number;
}

export const vi = {
  'sign-up': ({ code, account, minutes }: CodeSaid) =>
    `${code} la ma OTP dang ky tai khoan ${account}. Hieu luc ${minutes} phut. KHONG cung cap cho bat ky ai.`,
  'sign-in': ({ code, account, minutes }: CodeSaid) =>
    `${code} la ma OTP dang nhap tai khoan ${account}. Hieu luc ${minutes} phut. KHONG cung cap cho bat ky ai.`,
  recovery: ({ code, account, minutes }: CodeSaid) =>
    `${code} la ma OTP dat lai mat khau tai khoan ${account}. Hieu luc ${minutes} phut. KHONG cung cap cho bat ky ai.`,
  'way-through': ({ code, account, minutes }: CodeSaid) =>
    `${code} la ma OTP de thu lai mat khau tai khoan ${account}. Hieu luc ${minutes} phut. KHONG cung cap cho bat ky ai.`,
};
