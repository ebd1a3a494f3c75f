// Papers and numbers of people and offices: parse, check, normalise.
export * from './check.ts';
export {
  type Check,
  type CheckContext,
  codeText,
  type PaperCheck,
  type PaperCode,
  plain,
  ungrouped,
} from './cleaning.ts';
export * from './codes.ts';
export * from './name.ts';
export * from './partial-date.ts';
export * from './personal-number.ts';
export * from './phone.ts';
export * from './tax-code.ts';
export * from './told-number.ts';
export { paperSentences } from './words.ts';
