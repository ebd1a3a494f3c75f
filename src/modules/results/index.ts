// The only door of results.
export { type IssuedResult, issueResult, type ResultOrder } from './issue-result.ts';
export {
  missingValues,
  type ResultTemplate,
  type ResultValues,
  readResultTemplates,
  templateFor,
} from './papers/index.ts';
export { type IssuedPaper, resultsOf, type Verified, verifyResult } from './reads.ts';
