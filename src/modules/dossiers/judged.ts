// The opening of every official act: lock the row, ask the agency's roles, ask the lifecycle table.
import type { Ctx } from '../../platform/act.ts';
import { dateOf, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import { type ActName, mayAct, type State, type Who } from '../../rules/lifecycle/index.ts';
import { rolesAt } from '../agencies/index.ts';
import type { LockedDossier } from './dossier.ts';
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
  readonly who: Who;
}

/** Locks the dossier and lets the act through, or refuses it in words. A stranger is told it does not exist. */
export async function judge(
  ctx: Ctx,
  act: ActName,
  request: ActRequest,
  before?: State,
): Promise<Result<Judged, Refusal>> {
  const dossier = await lockDossier(ctx.tx, request.dossierId);
  if (!dossier || ctx.actor.personId === null) return refuse(NOT_FOUND);
  const roles =
    ctx.actor.kind === 'official'
      ? await rolesAt(ctx.tx, ctx.actor.personId, dossier.agencyId, dateOf(ctx.now))
      : [];
  const who: Who = { personId: ctx.actor.personId, roles };
  const view = viewOf(dossier);
  const stranger =
    ctx.actor.kind === 'citizen' && view.ownerId !== who.personId && view.submitterId !== who.personId;
  if (stranger || (ctx.actor.kind === 'official' && roles.length === 0)) return refuse(NOT_FOUND);
  // An official who happens to own the dossier acts on it as an official only.
  const asOfficial = ctx.actor.kind === 'official' ? { ...view, ownerId: '', submitterId: '' } : view;
  const allowed = mayAct(act, asOfficial, who, before);
  if (!allowed.ok) return allowed;
  if (request.version !== undefined && request.version !== dossier.version) return refuse(CHANGED_MEANWHILE);
  return ok({ dossier, to: allowed.value, who });
}
