// The facts a message leaves in the journal, on `message:<id>`; neither text nor number is in them.

export const MessageFact = {
  Queued: 'notice.queued',
  Sent: 'notice.sent',
  Failed: 'notice.failed',
  /** It had waited so long that it was of no use any more. */
  Expired: 'notice.expired',
  /** A newer one says it: `into` is that message. */
  Merged: 'notice.merged',
} as const;

/** The stream of one message. */
export function streamOf(messageId: string): string {
  return `message:${messageId}`;
}
