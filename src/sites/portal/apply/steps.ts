// The addresses of a journey and where each step leads.
import type { Draft } from '../../../modules/dossiers/index.ts';

/** Number of each step in the seed's guide (BƯỚC 1 is signing in). */
export const StepNumber = { where: 3, answers: 3, papers: 4, channels: 5, check: 6 } as const;

/** Set in the address of a step that was opened from the check page: it leads back there. */
export const FROM_CHECK = '?ve=kiem-tra';

/** Address of a step of a draft: `noi-nop`, `thong-tin/<page>`, `giay-to`, `giay-to/<paper>`, `hinh-thuc`, `kiem-tra`. */
export function stepPath(draft: Pick<Draft, 'id'> | string, step: string): string {
  return `/nop-ho-so/${typeof draft === 'string' ? draft : draft.id}/${step}`;
}

/** Where a sent dossier is confirmed. */
export function sentPath(dossierId: string): string {
  return `/ho-so/${dossierId}/da-nop`;
}
