// Result documents: templates as data, and their PDF.
export { type FrozenPaper, frozenJson, readFrozen } from './frozen.ts';
export { type FiledAnswer, prefillResult } from './prefill.ts';
export { printResult } from './print.ts';
export { type Proof, ProofsJson, proofsOf } from './proofs.ts';
export { readResultTemplates, templateFor } from './read-templates.ts';
export {
  missingValues,
  PREVIEW_CODE,
  type ResultPaperData,
  type ResultRow,
  type ResultValues,
  renderResult,
  withGaps,
} from './result-paper.ts';
export {
  checkResultTemplate,
  parseResultTemplate,
  type ResultInput,
  type ResultTemplate,
} from './template.ts';
