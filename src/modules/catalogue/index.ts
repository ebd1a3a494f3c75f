export { catalogueKinds } from './data/index.ts';
export type { FindQuestion, Found, FoundProcedure } from './find-procedures.ts';
export { type CheckedForm, checkForm, type FormFault } from './forms/check-form.ts';
export { loadFields } from './load-fields.ts';
export * from './papers/index.ts';
export type { Procedure, ProcedureComponent } from './procedure.ts';
export { type Catalogue, type FieldCount, openCatalogue } from './reads.ts';
export {
  levelAllows,
  levelWords,
  type OnlineScope,
  onlineScope,
  type ReturnChannel,
  type ServiceLevel,
} from './service-level.ts';
export { unreadableRevisions } from './store.ts';
