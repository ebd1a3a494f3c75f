// What data files may say of agencies, in the order in which it is loaded.
import type { DataKind } from '../../../platform/data/index.ts';
import { agencies, provinces } from './agencies.ts';
import { days } from './days.ts';
import { payees } from './payees.ts';

export const agencyKinds: readonly DataKind[] = [days, provinces, agencies, payees];
