// Where the result is had, as slips and pages say it.
import type { Language } from '../../rules/kernel/index.ts';
import type { AgencyTerms } from './books.ts';
import { en } from './delivery.en.ts';
import { vi } from './delivery.vi.ts';
import type { Dossier } from './dossier.ts';

const WORDS = { vi, en } as const;

/** By post, electronically, or at the agency's desk. */
export function deliveryWords(
  dossier: Pick<Dossier, 'returnChannel' | 'returnAddress'>,
  agency: Pick<AgencyTerms, 'desk'>,
  language: Language = 'vi',
): string {
  const words = WORDS[language];
  if (dossier.returnChannel === 'post') return words.post(dossier.returnAddress);
  return dossier.returnChannel === 'electronic' ? words.electronic : words.counter(agency.desk);
}
