// Sentences of refusals: a table a language beside whoever refuses, joined at the site, where the reader's language is known.
import type { Refusal } from './result.ts';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** One sentence, or one that needs something of the refusal's `params`. */
type Sentence = string | ((params: never) => string);

/** The sentences of one owner in one language, by the refusal's code. */
export type Sentences = Readonly<Record<string, Sentence>>;

/** What another language must hold: the same codes, told of the same. `export const en = { … } satisfies SameSentences<typeof vi>` */
export type SameSentences<T extends Sentences> = {
  readonly [Code in keyof T]: T[Code] extends (params: infer Params) => string
    ? (params: Params) => string
    : string;
};

/** A refusal whose code has a sentence in the table, with exactly what that sentence needs: `RefusalOf<typeof vi>`. */
export type RefusalOf<T extends Sentences> = {
  [Code in keyof T & string]: Omit<Refusal, 'code' | 'params'> & {
    readonly code: Code;
  } & (T[Code] extends (params: infer Params) => string
      ? { readonly params: Params }
      : { readonly params?: undefined });
}[keyof T & string];

/** An owner's sentences in every language, as it hands them to the sites. */
export type SentenceSet = Readonly<Record<Language, Sentences>>;

/**
 * The way to say the refusals of these owners.
 * @throws Error at once, when two owners use one code; when said, for a code that nobody has a sentence for
 */
export function refusalSayer(sets: readonly SentenceSet[]): (language: Language, refusal: Refusal) => string {
  const all = { vi: joined(sets, 'vi'), en: joined(sets, 'en') };
  return (language, { code, params }) => {
    const sentence = all[language].get(code);
    if (typeof sentence === 'string') return sentence;
    // Who refuses is held to the sentence's params by RefusalOf.
    if (sentence) return sentence((params ?? {}) as never);
    throw new Error(`no sentence for the refusal ${code}`);
  };
}

function joined(sets: readonly SentenceSet[], language: Language): ReadonlyMap<string, Sentence> {
  const all = new Map<string, Sentence>();
  for (const [code, sentence] of sets.flatMap((set) => Object.entries(set[language]))) {
    if (all.has(code)) throw new Error(`two sentences for the refusal ${code}`);
    all.set(code, sentence);
  }
  return all;
}
