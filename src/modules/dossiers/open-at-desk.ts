// An official opens a dossier: only with a seat at its agency, and never without a trace in the journal.
import { type Actor, writeFact } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { dateOf, ok, type Refusal, type Result, refuse } from '../../rules/kernel/index.ts';
import {
  type ActName,
  actsFor,
  hasRight,
  type OfferedAct,
  type SeatRole,
} from '../../rules/lifecycle/index.ts';
import { rolesAt } from '../agencies/index.ts';
import type { WholeDossier } from './dossier.ts';
import { DossierFact, streamOf } from './facts.ts';
import { viewOfWhole } from './lifecycle-view.ts';
import { NOT_FOUND } from './refusals.ts';
import { findWhole } from './store.ts';

export interface OpenedDossier {
  readonly dossier: WholeDossier;
  /** The official who opened it. */
  readonly readerId: string;
  /** The roles of whoever opened it, at its agency today. */
  readonly roles: readonly SeatRole[];
  /** The buttons: the same table guards the acts. */
  readonly acts: readonly OfferedAct[];
  /** Whether an act is this official's to do at all, in whatever state. */
  mayEver(act: ActName): boolean;
}

export interface Opening {
  readonly dossierId: string;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  /** What is looked at: a page ("ho-so", "tiep-nhan") or a file with its id. No personal data. */
  readonly what: Readonly<Record<string, string>>;
}

/** Opens a dossier for an official and writes the reading down. A stranger to its agency is told that it does not exist. */
export async function openAtDesk(db: Db, opening: Opening): Promise<Result<OpenedDossier, Refusal>> {
  const { actor, now, dossierId } = opening;
  const dossier = actor.kind === 'official' ? await findWhole(db, dossierId) : undefined;
  if (!dossier || actor.personId === null) return refuse(NOT_FOUND);
  const roles = await rolesAt(db, actor.personId, dossier.agencyId, dateOf(now));
  if (roles.length === 0) return refuse(NOT_FOUND);
  await writeFact(db, actor, now, {
    stream: streamOf(dossier.id),
    name: DossierFact.Read,
    data: opening.what,
  });
  const view = viewOfWhole(dossier);
  const who = { as: 'official', personId: actor.personId, roles } as const;
  return ok({
    dossier,
    readerId: actor.personId,
    roles,
    acts: actsFor(view, who),
    mayEver: (act) => hasRight(act, view, who),
  });
}
