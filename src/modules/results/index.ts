// The only door of results.
export { type IssuedResult, issueResult, type ResultOrder } from './issue-result.ts';
export {
  type FiledAnswer,
  missingValues,
  prefillResult,
  type ResultInput,
  type ResultRow,
  type ResultTemplate,
  type ResultValues,
  readResultTemplates,
  renderResult,
  templateFor,
} from './papers/index.ts';
export { type IssuedPaper, resultsOf, type Verified, verifyResult } from './reads.ts';
