// What data files may say of agencies, in the order in which it is loaded.
import type { DataKind } from '../../../platform/data/index.ts';
import { days } from './days.ts';

export const agencyKinds: readonly DataKind[] = [days];
