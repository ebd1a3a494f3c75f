// A dossier's history in the owner's words: the control sheet's lines, with the moment it was sent at the foot.
import type { Dossier } from '../../../modules/dossiers/index.ts';
import { formatInstant } from '../../../rules/kernel/index.ts';
import type { TimelineItem } from '../../../ui/index.ts';
import { vi } from './words.vi.ts';

/** Newest first. Officials appear by office, not by name, until they sign. */
export function historyOf(dossier: Dossier): TimelineItem[] {
  const items = dossier.hops.map((hop) => {
    const at = Temporal.Instant.from(hop.at as unknown as string);
    return { title: vi.acts[hop.act] ?? hop.act, at: formatInstant(at), instant: at.toString() };
  });
  const sent = dossier.submitted_at;
  return [{ title: 'Bạn nộp hồ sơ', at: formatInstant(sent), instant: sent.toString() }, ...items].reverse();
}

/** Late is an attribute: past the due moment and not finished, or finished after it. */
export function isLate(
  dossier: Pick<Dossier, 'due_current' | 'finished_at'>,
  now: Temporal.Instant,
): boolean {
  if (!dossier.due_current) return false;
  return Temporal.Instant.compare(dossier.finished_at ?? now, dossier.due_current) > 0;
}
