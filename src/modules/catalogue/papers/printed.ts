// Blank forms and copies of filed ones, as the threads load them.
import { renderBlankForm } from './blank-form.ts';
import { renderFilledForm } from './filled-form.ts';

export const PAPERS = { blank: renderBlankForm, filled: renderFilledForm };
