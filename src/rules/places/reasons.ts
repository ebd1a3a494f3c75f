// The reasons in both languages, and the way to say one where no form does.
import type { Language, SentenceSet } from '../kernel/index.ts';
import { en } from './reasons.en.ts';
import { vi } from './reasons.vi.ts';

export const placeReasons = { vi, en } satisfies SentenceSet;

type Code = keyof typeof vi;
type ToldOf<C extends Code> = (typeof vi)[C] extends (params: infer P) => string ? P : undefined;

/** Why, by the code of its sentence and what the sentence needs. */
export interface PlaceReason {
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;
}

export function placeReason<C extends Code>(
  code: C,
  ...told: ToldOf<C> extends undefined ? [] : [ToldOf<C>]
): PlaceReason {
  return { code, params: (told[0] ?? {}) as PlaceReason['params'] };
}

export function sayPlaceReason(language: Language, { code, params }: PlaceReason): string {
  const sentence: string | ((params: never) => string) = placeReasons[language][code];
  return typeof sentence === 'string' ? sentence : sentence(params as never);
}
