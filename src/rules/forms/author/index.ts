// For whoever takes definitions from their authors: the shape, and everything that can be wrong beyond it.
export { type DefinitionFault, faultsOfDefinition } from './faults.ts';
export { meant } from './near.ts';
export { WHOLE_DEFINITION } from './shape.ts';
export type { Path } from './structure.ts';
