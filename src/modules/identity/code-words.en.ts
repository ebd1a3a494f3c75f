// The same in English.
import type { vi } from './code-words.vi.ts';

export const en: typeof vi = {
  'sign-up': ({ code, account, minutes }) =>
    `${code} is the OTP code to sign up account ${account}. Valid for ${minutes} minutes. Do NOT give it to anybody.`,
  'sign-in': ({ code, account, minutes }) =>
    `${code} is the OTP code to sign in to account ${account}. Valid for ${minutes} minutes. Do NOT give it to anybody.`,
  recovery: ({ code, account, minutes }) =>
    `${code} is the OTP code to reset the password of account ${account}. Valid for ${minutes} minutes. Do NOT give it to anybody.`,
  'way-through': ({ code, account, minutes }) =>
    `${code} is the OTP code to try the password of account ${account} again. Valid for ${minutes} minutes. Do NOT give it to anybody.`,
};
