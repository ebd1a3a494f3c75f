// A queued message is handed to its carrier, unless what it would say is no longer so.
import { dropMessage, findNews, sendMessage } from '../modules/notices/index.ts';
import { billFor } from '../modules/payments/index.ts';
import type { RecordedFact } from '../platform/act.ts';
import { asksInVain, billOf, feeIn } from './dossier-bill.ts';
import type { Telling } from './tell-owner.ts';
import { idIn } from './woken.ts';

/**
 * Sends what `notice.queued` speaks of. Run twice it sends once.
 * @returns the moment to run it again, when another of its matter went just before; nothing when it is done with
 */
export async function sendNotice(
  { db, channels, clock }: Telling,
  fact: RecordedFact,
): Promise<Temporal.Instant | undefined> {
  const id = idIn(fact);
  const news = await findNews(db, id);
  const billed = news && feeIn(news.matter);
  const bill = billed ? await billFor(db, billOf(billed)) : null;
  if (news && bill && asksInVain(news.kind, bill)) {
    await dropMessage(db, id, clock.now());
    return;
  }
  const done = await sendMessage(db, channels, id, clock.now());
  return typeof done === 'object' ? done.heldUntil : undefined;
}
