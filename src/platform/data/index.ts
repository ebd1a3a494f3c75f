export { type Compared, compareDated, compareRows, type Dated, onceEach } from './compare.ts';
export { type DataFile, readDataFile } from './data-file.ts';
export { type DataFault, sayFault } from './fault.ts';
export { type Change, type DataKind, type Loaded, type Placed, type ReadRow, rowsBy } from './kind.ts';
export * as shapes from './schemas.ts';
export { sectionsOf } from './sections.ts';
export { warningsOf } from './told.ts';
