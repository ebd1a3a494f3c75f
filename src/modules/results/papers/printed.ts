// The papers of results, as the threads load them.
import { type ResultPaperData, renderResult } from './result-paper.ts';
import type { ResultTemplate } from './template.ts';

export const PAPERS = {
  result: ({ template, data }: { readonly template: ResultTemplate; readonly data: ResultPaperData }) =>
    renderResult(template, data),
};
