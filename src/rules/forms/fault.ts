// What is wrong with an answer, or doubted: a code and what its sentence needs; the sentence is chosen where it is read.
import type { Refusal, SameSentences, SentenceSet, Sentences } from '../kernel/index.ts';
import type { UnitChoice } from './context.ts';
import type { AnyField } from './field.ts';

export type FaultParams = NonNullable<Refusal['params']>;

/** A fault of one box: `at` is the suffix of the box to mend. */
export interface Fault {
  readonly at: string;
  readonly code: string;
  readonly params: FaultParams;
  /** The places among which the person has to choose. */
  readonly choices?: readonly UnitChoice[];
}

export const NO_FAULTS: readonly Fault[] = [];

/** How sentences call the thing: in Vietnamese by its name ("ngày sinh của trẻ"), elsewhere by its official label. */
export type Named = { readonly name: string; readonly label: string };

export function named(field: AnyField): Named {
  return { name: field.ask ?? lowerFirst(field.label), label: field.label };
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}

type ParamsOf<Sentence> = Sentence extends (params: infer P extends FaultParams) => string ? P : FaultParams;

/** Before every code of a form's fault: the sites join these sentences with those of all others. */
export const CODE_PREFIX = 'form-';

/** The sentences of a kind (or of several) in both languages, and the way to make the faults they say. */
export function sentences<const T extends Sentences>(vi: T, en: SameSentences<NoInfer<T>>) {
  const set: SentenceSet = { vi: prefixed(vi), en: prefixed(en) };
  return {
    set,
    /** One fault at one box. */
    fault<Code extends keyof T & string>(
      at: string,
      code: Code,
      params: ParamsOf<T[Code]>,
      choices?: readonly UnitChoice[],
    ): readonly Fault[] {
      return [{ at, code: CODE_PREFIX + code, params, ...(choices && { choices }) }];
    },
  };
}

function prefixed(sentences: Sentences): Sentences {
  return Object.fromEntries(Object.entries(sentences).map(([code, said]) => [CODE_PREFIX + code, said]));
}
