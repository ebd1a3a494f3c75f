// How words travel: one Vietnamese source, other languages held to its shape by the compiler, the page's language in context.
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from '../../rules/kernel/index.ts';

export type Lang = Language;

/** The shape another language must fill: same keys, same parameters. */
export type Words<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer Item)[]
      ? readonly Words<Item>[]
      : { readonly [K in keyof T]: Words<T[K]> };

/** Binds the languages of one set of words: `const words = wordsOf(vi, en)`, then `words(lang)`. */
export function wordsOf<T>(vi: T, en: Words<T>): (lang: Lang) => Words<T> {
  const byLang: Record<Lang, Words<T>> = { vi: vi as Words<T>, en };
  return (lang) => byLang[lang];
}

export const LangContext = createContext<Lang>('vi');

/** The language of the page being rendered. */
export function useLang(): Lang {
  return useContext(LangContext);
}
