// Reads of dossiers: the owner's own, the desk's (which leave a trace), the public look-up by number and secret.
import { sameSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import type { Dossier, WholeDossier } from './dossier.ts';
import {
  findByNumber,
  findNoticeView,
  findPublicState,
  findWhole,
  ownRows,
  type PublicState,
} from './store.ts';

/** Any dossier by id; the caller has checked who asks. */
export function findDossier(db: Db, id: string): Promise<WholeDossier | undefined> {
  return findWhole(db, id);
}

/** One's own dossier; undefined for anybody else's. */
export async function findOwnDossier(
  db: Db,
  personId: string,
  id: string,
): Promise<WholeDossier | undefined> {
  const dossier = await findWhole(db, id);
  return dossier && [dossier.ownerId, dossier.submitterId].includes(personId as Dossier['ownerId'])
    ? dossier
    : undefined;
}

/** Dossiers on a page of one's own. */
export const OWN_PAGE = 20;

/** A person's dossiers, latest first; a page of them, older than `before` when given. */
export function listOwnDossiers(db: Db, personId: string, before?: Temporal.Instant): Promise<Dossier[]> {
  return ownRows(db, personId, { before, limit: OWN_PAGE });
}

/** The dossier that number (or request code) and secret open; null for a wrong pair. */
export async function lookUp(db: Db, number: string, secret: string): Promise<string | null> {
  const found = await findByNumber(db, number);
  // The comparison is made even for an unknown number, so that time tells nothing.
  return sameSecret(found?.secret ?? '', secret) && found ? found.id : null;
}

/** The public state of a dossier, without names. The caller has checked the secret. */
export async function publicState(db: Db, id: string): Promise<PublicState | null> {
  return (await findPublicState(db, id)) ?? null;
}

/** What a notice about a dossier needs to say. */
export function noticeView(db: Db, id: string) {
  return findNoticeView(db, id);
}
