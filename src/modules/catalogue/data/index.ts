// What data files may say of the catalogue, in the order in which it is loaded.
import type { DataKind } from '../../../platform/data/index.ts';
import { decidedFees } from './decided-fees.ts';
import { formAssignments, forms } from './forms.ts';
import { procedures } from './procedures.ts';

export const catalogueKinds: readonly DataKind[] = [procedures, decidedFees, forms, formAssignments];
