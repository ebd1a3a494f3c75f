// What a rule of papers says of a number or a name, said of the question it was typed at: "Số điện thoại của chủ hộ: …".
import { type Language, type SentenceSet, type Sentences, upperFirst } from '../../kernel/index.ts';
import { type PaperCheck, paperSentences } from '../../papers/index.ts';
import { CODE_PREFIX, type Fault, lowerFirst, type Named, named } from '../fault.ts';
import type { AnyField } from '../field.ts';

/** Every sentence of the paper rules under the name of the thing. */
export const paperSentencesInPlace: SentenceSet = {
  vi: inPlace('vi', ({ name }) => upperFirst(name)),
  en: inPlace('en', ({ label }) => `“${label}”`),
};

/** The rule's own finding, at a box of the field. */
export function paperFault(
  at: string,
  field: AnyField,
  { code, params }: Pick<PaperCheck, 'code' | 'params'>,
): readonly Fault[] {
  return [{ at, code: CODE_PREFIX + code, params: { ...params, ...named(field) } }];
}

function inPlace(language: Language, call: (of: Named) => string): Sentences {
  const all = Object.entries<string | ((params: never) => string)>(paperSentences[language]);
  return Object.fromEntries(
    all.map(([code, sentence]) => [
      CODE_PREFIX + code,
      (params: Named) => {
        const said = typeof sentence === 'string' ? sentence : sentence(params as never);
        return `${call(params)}: ${lowerFirst(said)}`;
      },
    ]),
  );
}
