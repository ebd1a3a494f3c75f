// What the notices module asks of whoever carries its messages, in its own words.
import type { Language } from '../../rules/kernel/index.ts';

/** A person who is to be told, and by what they may be reached; what is not known is empty. */
export interface Recipient {
  /** As somebody wrote it, `0912345678` or `+84912345678`. */
  readonly phone: string;
  readonly email: string;
  /** A postal address in a line. */
  readonly postAddress: string;
  /** What they read. */
  readonly language: Language;
}

/** One message as a channel carries it. */
export interface ChannelMessage {
  /** What `addressOf` gave. */
  readonly to: string;
  /** Empty for a channel of short messages. */
  readonly subject: string;
  /** NFC text; unaccenting to save a part is the caller's choice. */
  readonly text: string;
  /** At most 50 characters, one per message: sending it again with the same id never makes a second message within a day. */
  readonly messageId: string;
}

/**
 * How a sending ended.
 * - `sent`: the carrier took it.
 * - `tryAgain`: the carrier did not take it and may later; the message itself is fine.
 * - `never`: this message to this address will not be taken, however often it is tried.
 * - `unknown`: no answer came, it may or may not have been taken; sending again with the same `messageId` is safe.
 */
export type SendingOutcome =
  | { readonly kind: 'sent'; readonly carrierId: string }
  | { readonly kind: 'tryAgain'; readonly reason: string }
  | { readonly kind: 'never'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** A way to reach people: short messages, e-mail, post, push. */
export interface Channel {
  /** Its name in `notices.route` and on every message, e.g. `sms`. */
  readonly name: string;
  /** `short`: one unaccented GSM-7 part. `full`: a subject and whole sentences. */
  readonly form: 'short' | 'full';
  /** Where it reaches a person; null when it does not. */
  addressOf(recipient: Recipient): string | null;
  /** Hands one message to the carrier. Never throws for what the carrier does; `reason` holds no text and no address. */
  send(message: ChannelMessage): Promise<SendingOutcome>;
}

/** The channel of short messages: what proves that somebody holds a phone goes by no other. */
export const SHORT_MESSAGES = 'sms';
