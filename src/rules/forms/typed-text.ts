// What may be typed: text is kept for papers, so a character that no paper can show is refused where it is typed.

/**
 * Letters and marks that Vietnamese and its neighbours in Europe are written with, digits, fractions, punctuation, money signs.
 * The typefaces of our papers have all of them; a test holds the two together.
 */
const LATIN = '[\\s\\u0020-\\u007e\\u00a1-\\u024f\\u1e00-\\u1eff]|[\\u0300-\\u036f]';
const SIGNS =
  '[\\u2010-\\u2027\\u2030-\\u205e\\u2070\\u2074-\\u2079\\u2080-\\u2089\\u20ab\\u20ac\\u2116\\u2122\\u2150-\\u215e]';
const NEIGHBOURS = '(?=[\\p{sc=Greek}\\p{sc=Cyrillic}])[\\u0370-\\u052f]';
const SHOWN = new RegExp(`${LATIN}|${SIGNS}|${NEIGHBOURS}`, 'u');

/** The characters of a text that cannot be printed (emoji, other scripts), each once; empty when all can. */
export function strangeCharacters(text: string): readonly string[] {
  return [...new Set([...text.normalize('NFC')].filter((character) => !SHOWN.test(character)))];
}

/** What a text outside of forms is told in Vietnamese: "Hãy bỏ ký tự không in được: 😀"; undefined when it can be printed. `what` begins the sentence. */
export function whyStrange(what: string, text: string): string | undefined {
  const strange = strangeCharacters(text);
  if (strange.length === 0) return undefined;
  return `${what} có ký tự lạ. Hãy bỏ ký tự không in được: ${strange.join(' ')}`;
}
