// A refusal as a person reads it.
import { type Language, type Refusal, type Result, refusalSayer } from '../../src/rules/kernel/index.ts';
import { SENTENCES } from '../../src/sites/refusals.ts';

const say = refusalSayer(SENTENCES);

/** What a refused result says; empty when it went through. */
export function said(result: Result<unknown>, language: Language = 'vi'): string {
  return result.ok ? '' : say(language, result.refusal);
}

/** What a refusal says. */
export function sayRefusal(refusal: Refusal, language: Language = 'vi'): string {
  return say(language, refusal);
}
