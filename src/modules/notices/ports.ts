// What the notices module asks of whoever carries its short messages, in its own words.

/** A mobile number in E.164 form, `+84912345678`. */
export type E164 = `+${string}`;

/** One short message. The port chooses GSM-7 or UCS-2 by looking at the text; a caller cannot set it apart from the text. */
export interface ShortMessage {
  readonly to: E164;
  /** NFC text; unaccenting to save a part is the caller's choice. */
  readonly text: string;
  /** At most 50 characters, one per message: sending it again with the same id never makes a second message within a day. */
  readonly messageId: string;
}

/**
 * How a sending ended.
 * - `sent`: the carrier took it.
 * - `tryAgain`: the carrier did not take it and may later; the message itself is fine.
 * - `never`: this message to this number will not be taken, however often it is tried.
 * - `unknown`: no answer came, it may or may not have been taken; sending again with the same `messageId` is safe.
 */
export type SmsOutcome =
  | { readonly kind: 'sent'; readonly carrierId: string }
  | { readonly kind: 'tryAgain'; readonly reason: string }
  | { readonly kind: 'never'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface SmsPort {
  /** Hands one message to the carrier. Never throws for what the carrier does; `reason` holds no text and no number. */
  send(message: ShortMessage): Promise<SmsOutcome>;
}
