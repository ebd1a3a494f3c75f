// The opening of every act: lock the dossier, ask who acts (seats of officials, standing of the applicant's side), ask the lifecycle table.
import type { Ctx } from '../../platform/act.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { dateOf, ok, type Result, refuse } from '../../rules/kernel/index.ts';
import {
  type ActName,
  type CitizenWho,
  mayAct,
  mayActFor,
  type Parties,
  type State,
  type Who,
} from '../../rules/lifecycle/index.ts';
import { rolesAt } from '../agencies/index.ts';
import { mandatesOf } from '../people/index.ts';
import type { Dossier, LockedDossier } from './dossier.ts';
import { viewOf } from './lifecycle-view.ts';
import { CHANGED_MEANWHILE, NOT_FOUND } from './refusals.ts';
import { lockDossier } from './store.ts';

export interface ActRequest {
  readonly dossierId: string;
  /** The version the person was looking at; another one is refused. */
  readonly version?: number;
}

export interface Judged {
  readonly dossier: LockedDossier;
  readonly to: State;
}

/** A person of the applicant's side as the rules ask for one. Mandates are looked up only for somebody who is no party. */
export async function citizenWho(
  db: Db | Tx,
  personId: string,
  parties: Parties | null,
  on: Temporal.PlainDate,
): Promise<CitizenWho> {
  const party = parties && [parties.ownerId, parties.submitterId].includes(personId);
  return { as: 'citizen', personId, on, mandates: party ? [] : await mandatesOf(db, personId) };
}

/** Who acts on this dossier; undefined for somebody to whom it does not exist. */
async function whoActs({ tx, actor, now }: Ctx, dossier: Dossier): Promise<Who | undefined> {
  const { personId, kind } = actor;
  if (personId === null) return undefined;
  const today = dateOf(now);
  if (kind === 'official') {
    const roles = await rolesAt(tx, personId, dossier.agencyId, today);
    return roles.length > 0 ? { as: 'official', personId, roles } : undefined;
  }
  const who = await citizenWho(tx, personId, dossier, today);
  return mayActFor(who, dossier.ownerId, dossier, 'read', today) ? who : undefined;
}

/**
 * Locks the dossier and lets the act through, or refuses it. A stranger is told it does not exist.
 * @returns refusals `not-found` (404), those of `mayAct`, `changed` (409) for another version than the one looked at
 */
export async function judge(
  ctx: Ctx,
  act: ActName,
  request: ActRequest,
  before?: State,
): Promise<Result<Judged>> {
  const dossier = await lockDossier(ctx.tx, request.dossierId);
  const who = dossier && (await whoActs(ctx, dossier));
  if (!dossier || !who) return refuse(NOT_FOUND);
  const allowed = mayAct(act, viewOf(dossier), who, before);
  if (!allowed.ok) return allowed;
  if (request.version !== undefined && request.version !== dossier.version) return refuse(CHANGED_MEANWHILE);
  return ok({ dossier, to: allowed.value });
}
