export type { FindQuestion, Found, FoundProcedure } from './find-procedures.ts';
export { loadCatalogue } from './load-catalogue.ts';
export * from './papers/index.ts';
export {
  type Catalogue,
  type FieldCount,
  openCatalogue,
  type Procedure,
  type ProcedureComponent,
} from './reads.ts';
export {
  levelAllows,
  levelWords,
  type OnlineScope,
  onlineScope,
  type ReturnChannel,
  type ServiceLevel,
} from './service-level.ts';
