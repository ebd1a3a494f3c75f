// When and where a fee is paid, said alike on every page of the portal.
import { type FeeSituation, feeAsked } from '../../rules/fees/index.ts';
import { type Lang, wordsOf } from '../../ui/index.ts';
import { en } from './fee-words.en.ts';
import { vi } from './fee-words.vi.ts';

const words = wordsOf(vi, en);

/** A sentence; undefined when nothing is asked, now or later. */
export function whenToPay(lang: Lang, situation: FeeSituation): string | undefined {
  const fee = feeAsked(situation);
  if (fee.asked === 'no') return undefined;
  return words(lang)[fee.why][fee.where.includes('portal') ? 'portal' : 'counter'];
}
