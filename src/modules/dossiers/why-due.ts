// Why a dossier is due when it is, for whoever does not read the words that were kept with it.
import { deadline, explain } from '../../rules/calendar/index.ts';
import { civil, dateOf, instantOf, type Language } from '../../rules/kernel/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import type { Books } from './books.ts';
import type { Dossier, Supplement } from './dossier.ts';

/**
 * The count told again in a language, from acceptance and the supplements answered since.
 * @returns null when nothing is due, or when the count no longer comes to the promised moment (holidays were changed since):
 *   then only the words kept with the dossier hold
 */
export function whyDueIn(
  language: Language,
  dossier: Pick<Dossier, 'acceptedAt' | 'dueCurrent' | 'dueWhy' | 'agencyId' | 'procedureId'>,
  supplements: readonly Pick<Supplement, 'fromState' | 'askedAt' | 'answeredAt'>[],
  books: Pick<Books, 'agency' | 'procedure'>,
): string | null {
  const { acceptedAt, dueCurrent } = dossier;
  if (!acceptedAt || !dueCurrent) return null;
  if (language === 'vi') return dossier.dueWhy;
  const { calendar, policy } = books.agency(dossier.agencyId, dateOf(acceptedAt));
  const count = deadline({
    acceptedAt: civil(acceptedAt),
    period: books.procedure(dossier.procedureId).period,
    pauses: supplements.flatMap(({ fromState, askedAt, answeredAt }) =>
      fromState === State.InProgress && answeredAt ? [{ from: civil(askedAt), to: civil(answeredAt) }] : [],
    ),
    calendar,
    policy,
  });
  return instantOf(count.due).equals(dueCurrent) ? explain(count, language) : null;
}
