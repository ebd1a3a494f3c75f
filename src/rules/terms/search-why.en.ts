// Why something was found, in English.
import type { vi } from './search-why.vi.ts';

export const en: typeof vi = {
  otherwise: (said, taken) => `another way to say it: “${said}” is “${taken}”`,
  nearly: (pairs) =>
    `nearly the same: ${pairs.map(({ typed, shown }) => `“${typed}” ~ “${shown}”`).join(', ')}`,
  without: (typed) => `without: ${typed.map((word) => `“${word}”`).join(', ')}`,
  besides: 'has a minor word',
  unmarked: ' (marks left aside)',
  partly: (shown, manner) => `has a part: “${shown}”${manner}`,
  word: (shown, manner) => `has the word “${shown}”${manner}`,
  phrase: (shown, manner) => `has the whole phrase “${shown}”${manner}`,
  all: (shown, manner) => `has all the words “${shown}”${manner}`,
  code: (code) => `has the code ${code}`,
  formerCode: (code, now) => `former code ${code}, now ${now}`,
  codePart: (part) => `the code has “${part}”`,
};
