// The only door of results.
export { attachResult, type IssuedResult, type KeptPaper } from './attach-result.ts';
export { resultKinds } from './data/index.ts';
export { ResultFact, resultStream } from './facts.ts';
export { type GivenNumber, type Ground, HOLD, isHeld, type VoidReason } from './given-number.ts';
export { holdResultsAgainstJournal, type ResultsHeld, resultsHeld } from './hold-against-journal.ts';
export {
  type FiledAnswer,
  missingValues,
  PREVIEW_CODE,
  prefillResult,
  printResult,
  type ResultInput,
  type ResultRow,
  type ResultTemplate,
  type ResultValues,
  readResultTemplates,
  templateFor,
  withGaps,
} from './papers/index.ts';
export { bookOf, type IssuedPaper, resultsOf, type Verified, verifyResult } from './reads.ts';
export { notYet, resultSentences, underWay, voided } from './refusals.ts';
export { type ResultOrder, type TakenNumber, takeNumber } from './reserve-number.ts';
export { discardVoidPapers, type SignedPaper, type SigningMeans, signPaper } from './sign-paper.ts';
export {
  forsakenNumbers,
  letGo,
  numberById,
  numbersOfDossier,
  takeUp,
} from './store.ts';
export { allTemplates } from './template-store.ts';
export { voidNumber } from './void-number.ts';
