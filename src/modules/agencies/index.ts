export { type AgencyRole, type Assignment, assign, assignmentsOf, rolesAt } from './assignments.ts';
