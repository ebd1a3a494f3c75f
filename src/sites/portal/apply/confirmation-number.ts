// The code typed before sending: the same on every device and after a reload, another for every draft.

import { hmac } from '../../../platform/crypto.ts';
import { ungrouped } from '../../../rules/papers/index.ts';

const DIGITS = 6;

/** Six digits derived from the draft's id. */
export function confirmationCode(secret: string, draftId: string): string {
  const number = Buffer.from(hmac(secret, `xac-nhan:${draftId}`), 'base64url').readUInt32BE(0) % 10 ** DIGITS;
  return String(number).padStart(DIGITS, '0');
}

/** The digits of what was typed: "482 917", "482.917" and the wide digits of some keyboards are 482917. */
export function typedCode(text: string): string {
  return ungrouped(text);
}
