// How a Vietnamese word is read for search: the same key for hòa and hoà, ký and kí, composed and decomposed input;
// a second, folded key without any mark for those who type without diacritics.

/** One word of a text, under its two keys. */
export interface Word {
  /** As written, lower case, NFC. */
  readonly shown: string;
  /** With vowel marks; the tone stands at the end, so that its place in the syllable does not matter. */
  readonly key: string;
  /** Without any mark. */
  readonly folded: string;
}

/** Longer questions are cut: nobody types more, and it bounds the work. In characters. */
export const MAX_QUESTION = 400;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
const MARKS = /[\u0300-\u036f]/gu;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const SHORT_Y = /^(h|k|l|m|s|t|qu)y$/u;

/** Keys of one word, already lower case and NFC. */
export function wordOf(shown: string): Word {
  const parts = shown.normalize('NFD');
  const tone = parts.match(TONES)?.[0] ?? '';
  const body = parts.replace(TONES, '').normalize('NFC');
  const folded = parts.replace(MARKS, '').replaceAll('đ', 'd');
  const short = SHORT_Y.exec(folded)?.[1];
  return short === undefined
    ? { shown, key: body + tone, folded }
    : { shown, key: `${short}i${tone}`, folded: `${short}i` };
}

/** Reader that remembers the words it has met; a catalogue has few different syllables. */
export function wordReader(): (text: string) => Word[] {
  const known = new Map<string, Word>();
  return (text) => {
    const words: Word[] = [];
    for (const [shown] of text.normalize('NFC').toLowerCase().matchAll(WORDS)) {
      let word = known.get(shown);
      if (word === undefined) {
        word = wordOf(shown);
        known.set(shown, word);
      }
      words.push(word);
    }
    return words;
  };
}

/** The words of a short text. */
export function wordsOf(text: string): Word[] {
  return wordReader()(text);
}

/** Has the person typed any mark in this word? */
export function isMarked(word: Word): boolean {
  return word.key !== word.folded;
}
