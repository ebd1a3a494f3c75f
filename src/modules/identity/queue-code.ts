// Puts the SMS of a code in the notices' queue, in the transaction that made the code.
import type { Ctx } from '../../platform/act.ts';
import { newId } from '../../platform/crypto.ts';

export interface CodeMessage {
  readonly challengeId: string;
  /** E.164. */
  readonly to: string;
  readonly text: string;
}

/** `secret`: the text is emptied once sent. */
export async function queueCode(ctx: Ctx, { challengeId, to, text }: CodeMessage): Promise<void> {
  await ctx.tx
    .insertInto('notices.message')
    .values({
      id: newId(),
      key: `code:${challengeId}`,
      kind: 'one-time-code',
      channel: 'sms',
      recipient: to,
      text,
      secret: true,
      state: 'queued',
      created_at: ctx.now,
    })
    .execute();
}
