// Queued messages are handed to their carriers, unless what they would say is no longer so.
import { dropMessages, findNews, sendMessages } from '../modules/notices/index.ts';
import { billFor } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { asksInVain, billOf, feeIn } from './dossier-bill.ts';
import type { Telling } from './tell-owner.ts';
import { idIn, type Outcome } from './woken.ts';

/**
 * Sends what facts `notice.queued` speak of. Run twice it sends once.
 * @returns of each the moment to run it again, when another of its matter went just before; nothing when it is done with; refused when its
 *   carrier may take it later
 */
export async function sendNotices(
  { db, channels, clock }: Telling,
  facts: readonly RecordedFact[],
): Promise<Outcome[]> {
  const ids = facts.map(idIn);
  const vain: string[] = [];
  for (const [id, { kind, matter }] of await findNews(db, ids)) {
    const billed = feeIn(matter);
    const bill = billed && (await billFor(db, billOf(billed)));
    if (bill && asksInVain(kind, bill)) vain.push(id);
  }
  await dropMessages(db, vain, clock.now());
  const ends = await sendMessages(db, channels, ids, clock.now());
  return ends.map((end) =>
    end.status === 'rejected'
      ? end
      : { status: 'fulfilled', value: typeof end.value === 'object' ? end.value.heldUntil : undefined },
  );
}
