export type { AgencyLevel, ProvincePlan } from './agency-rows.ts';
export { type Assignment, assign, assignmentsOf, rolesAt, seatMarksOf } from './assignments.ts';
export { agencyKinds } from './data/index.ts';
export { loadBanks } from './load-banks.ts';
export {
  type Agencies,
  type Agency,
  type AgencyGroup,
  type Bank,
  type FoundOffice,
  madeAgencies,
  openAgencies,
  type Payee,
} from './reads.ts';
export { hasAgencies, hasDaysOff } from './store.ts';
