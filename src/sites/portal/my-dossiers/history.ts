// A dossier's history in the owner's words: the control sheet's lines, with the moment it was sent at the foot.
import type { Dossier } from '../../../modules/dossiers/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import type { TimelineItem } from '../../../ui/index.ts';
import { vi } from './words.vi.ts';

const WITHDRAWN = 7;

/** Newest first. A withdrawal from before withdrawals had a line of their own is told by when it ended. Officials appear by office, not by name, until they sign. */
export function historyOf(dossier: Dossier): TimelineItem[] {
  const items = dossier.hops.map((hop) => {
    const at = Temporal.Instant.from(hop.at as unknown as string);
    return { title: vi.acts[hop.act] ?? hop.act, at: formatInstant(at), instant: at.toString() };
  });
  const line = (title: string, at: Temporal.Instant) => ({
    title,
    at: formatInstant(at),
    instant: at.toString(),
  });
  const unsaid =
    dossier.state === WITHDRAWN && dossier.finished_at && !dossier.hops.some((hop) => hop.act === 'withdraw');
  return [
    line(vi.sentLine, dossier.submitted_at),
    ...items,
    ...(unsaid && dossier.finished_at ? [line(vi.acts.withdraw ?? '', dossier.finished_at)] : []),
  ].reverse();
}

/** Late is an attribute: past the due moment and not finished, or finished after it. */
export function isLate(
  dossier: Pick<Dossier, 'due_current' | 'finished_at'>,
  now: Temporal.Instant,
): boolean {
  if (!dossier.due_current) return false;
  return Temporal.Instant.compare(dossier.finished_at ?? now, dossier.due_current) > 0;
}
