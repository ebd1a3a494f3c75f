// What the levels of an online service allow, and what they are called: mức độ 1-4 until NĐ 42/2022 took root, toàn trình and một phần since.
import type { Language } from '../../rules/kernel/index.ts';
import { TWO_TIERS_SINCE } from '../../rules/terms/search-procedures.ts';
import { en } from './level-words.en.ts';
import { vi } from './level-words.vi.ts';

const WORDS = { vi, en } as const;

export type ServiceLevel = 1 | 2 | 3 | 4;

/** Toàn trình: nobody has to appear; một phần: anything short of it; none: information only (NĐ 42/2022/NĐ-CP). */
export type OnlineScope = 'full' | 'partial' | 'none';

/** Level 4 with presence required is một phần only: the mapping is not one to one. */
export function onlineScope(level: ServiceLevel, inPerson: boolean): OnlineScope {
  if (level <= 2) return 'none';
  return level === 4 && !inPerson ? 'full' : 'partial';
}

/** The name of the level on a day (ISO): "Mức độ 3" in the seed's time, "Trực tuyến một phần" since 01/07/2025. */
export function levelWords(language: Language, level: ServiceLevel, inPerson: boolean, day: string): string {
  const words = WORDS[language];
  return day < TWO_TIERS_SINCE ? words.level(level) : words.scopes[onlineScope(level, inPerson)];
}

/** One or two sentences on what a level lets people do. */
export function levelAllows(language: Language, level: ServiceLevel): string {
  return WORDS[language].allows[level];
}

export type ReturnChannel = 'electronic' | 'counter' | 'post';

/**
 * Ways to receive the result: at the agency alone when the law asks for presence, and at level 3, whose result is handed
 * over in person; any otherwise.
 */
export function returnChannels(level: ServiceLevel, inPerson: boolean, day: string): ReturnChannel[] {
  if (inPerson || level < 3) return ['counter'];
  if (level === 4) return ['electronic', 'counter', 'post'];
  return day < TWO_TIERS_SINCE ? ['counter'] : ['counter', 'post'];
}
