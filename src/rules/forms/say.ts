// Faults and doubts in words, in the language of whoever reads them.
import { type Language, refusalSayer, type SentenceSet, type Sentences } from '../kernel/index.ts';
import type { FaultParams } from './fault.ts';
import { identitySentences } from './identity-doubts.ts';
import { KIND_SENTENCES } from './kinds/index.ts';

const SENTENCES = [...KIND_SENTENCES, identitySentences];
const say = refusalSayer(SENTENCES);

/** Every sentence that forms may say, by code; one about a row has the row's name before it: "Giấy tờ 2: …". */
export const formSentences: SentenceSet = { vi: inRows('vi'), en: inRows('en') };

/** A fault or a doubt as a sentence. @throws Error for a code that no kind of question has */
export const sayError = refusalSayer([formSentences]);

/** What the form calls a row stays Vietnamese; other languages quote it. */
const ROW: Readonly<Record<Language, (name: string) => string>> = {
  vi: (name) => name,
  en: (name) => `“${name}”`,
};

function inRows(language: Language): Sentences {
  const codes = SENTENCES.flatMap((set) => Object.keys(set[language]));
  return Object.fromEntries(
    codes.map((code) => [
      code,
      (params: FaultParams) => {
        const sentence = say(language, { code, params });
        return params.row === undefined ? sentence : `${ROW[language](String(params.row))}: ${sentence}`;
      },
    ]),
  );
}
