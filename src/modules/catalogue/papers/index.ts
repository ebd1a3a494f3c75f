// Papers of the catalogue: blank forms to download and copies of what was filed.
export {
  type BlankComponent,
  type BlankForm,
  type BlankLine,
  type BlankSection,
  renderBlankForm,
} from './blank-form.ts';
export { type BlankProcedure, blankFromDefinition, generalRequest } from './blank-from-definition.ts';
export { type FilledForm, type FilledRow, renderFilledForm } from './filled-form.ts';
export { printForm } from './print.ts';
