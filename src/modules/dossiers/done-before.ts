// An answer may be lost on its way while the act was done: sent again, the same form is told what it did, not that it failed.
import type { Actor } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { lastFact } from '../../platform/journal.ts';
import { type ActName, recordOf } from '../../rules/lifecycle/index.ts';
import { DossierFact, streamOf } from './facts.ts';
import { versionOf } from './store.ts';

export interface Repeated {
  readonly dossierId: string;
  /** The version the form was made for. */
  readonly version: number;
  readonly act: ActName;
  readonly actor: Actor;
}

/** Whether the last thing done to a dossier was this act, by this very person, from this version. */
export async function doneBefore(db: Db, { dossierId, version, act, actor }: Repeated): Promise<boolean> {
  if (!Number.isSafeInteger(version) || actor.personId === null) return false;
  if ((await versionOf(db, dossierId)) !== version + 1) return false;
  const last = await lastFact(db, streamOf(dossierId), DossierFact.Read);
  return (
    last?.name === recordOf(act).fact &&
    last.actor.kind === actor.kind &&
    last.actor.personId === actor.personId
  );
}
