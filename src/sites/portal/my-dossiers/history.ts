// A dossier's history in the owner's words: the control sheet's lines, with the moment it was sent at the foot.
import type { Dossier, WholeDossier } from '../../../modules/dossiers/index.ts';
import { formatInstant, type Language } from '../../../rules/kernel/index.ts';
import { ACT_WORDS } from '../../../rules/lifecycle/index.ts';
import type { TimelineItem } from '../../../ui/index.ts';
import { words } from './words.ts';

const WITHDRAWN = 7;

/** Newest first. A withdrawal from before withdrawals had a line of their own is told by when it ended. Officials appear by office, not by name, until they sign. */
export function historyOf(dossier: WholeDossier, lang: Language): TimelineItem[] {
  const items = dossier.hops.map((hop) => {
    const { act, at } = hop;
    return { title: ACT_WORDS[lang][act].seen, at: formatInstant(at, lang), instant: at.toString() };
  });
  const line = (title: string, at: Temporal.Instant) => ({
    title,
    at: formatInstant(at, lang),
    instant: at.toString(),
  });
  const unsaid =
    dossier.state === WITHDRAWN && dossier.finishedAt && !dossier.hops.some((hop) => hop.act === 'withdraw');
  return [
    line(words(lang).sentLine, dossier.submittedAt),
    ...items,
    ...(unsaid && dossier.finishedAt ? [line(ACT_WORDS[lang].withdraw.seen, dossier.finishedAt)] : []),
  ].reverse();
}

/** Late is an attribute: past the due moment and not finished, or finished after it. */
export function isLate(dossier: Pick<Dossier, 'dueCurrent' | 'finishedAt'>, now: Temporal.Instant): boolean {
  if (!dossier.dueCurrent) return false;
  return Temporal.Instant.compare(dossier.finishedAt ?? now, dossier.dueCurrent) > 0;
}
