// Reads of dossiers: the applicant's side, the desk's (which leave a trace), the public look-up by number and secret.
import { sameSecret } from '../../platform/crypto.ts';
import type { Db } from '../../platform/db.ts';
import { type CitizenAct, mayActFor } from '../../rules/lifecycle/index.ts';
import type { Dossier, WholeDossier } from './dossier.ts';
import { citizenWho } from './judged.ts';
import { findWhole, ownRows } from './store.ts';
import {
  findByNumbers,
  findNoticeViews,
  findPublicMark,
  findPublicState,
  type NoticeView,
  type PublicMark,
  type PublicState,
} from './told-store.ts';

/** Any dossier by id; the caller has checked who asks. */
export function findDossier(db: Db, id: string): Promise<WholeDossier | undefined> {
  return findWhole(db, id);
}

/** Who asks for a dossier of the applicant's side, to do what, on which day in Vietnam. */
export interface Asking {
  readonly personId: string;
  readonly on: Temporal.PlainDate;
  /** `read` unless told. */
  readonly act?: CitizenAct;
}

/** A dossier in whose matter this person may do this; undefined for anybody else. */
export async function findOwnDossier(db: Db, asking: Asking, id: string): Promise<WholeDossier | undefined> {
  const dossier = await findWhole(db, id);
  if (!dossier) return undefined;
  const who = await citizenWho(db, asking.personId, dossier, asking.on);
  return mayActFor(who, dossier.ownerId, dossier, asking.act ?? 'read', asking.on) ? dossier : undefined;
}

/** Dossiers on a page of one's own. */
export const OWN_PAGE = 20;

/** The dossiers a person may read, one's own and others', latest first; a page of them, older than `before` when given. */
export async function listOwnDossiers(
  db: Db,
  asking: Omit<Asking, 'act'>,
  before?: Temporal.Instant,
): Promise<Dossier[]> {
  const who = await citizenWho(db, asking.personId, null, asking.on);
  const subjects = who.mandates
    .map((one) => one.subjectId)
    .filter((id) => mayActFor(who, id, null, 'read', asking.on));
  return ownRows(db, { personId: who.personId, subjects }, { before, limit: OWN_PAGE });
}

/** The dossier that one of the numbers (or request codes) a person may mean and its secret open; null for a wrong pair. */
export async function lookUp(db: Db, numbers: readonly string[], secret: string): Promise<string | null> {
  const found = await findByNumbers(db, numbers);
  // A comparison is made even for an unknown number, so that time tells nothing.
  const opened = (found.length > 0 ? found : [undefined]).filter((one) =>
    sameSecret(one?.secret ?? '', secret),
  );
  return opened[0]?.id ?? null;
}

/** The public state of a dossier, without names. The caller has checked the secret. */
export async function publicState(db: Db, id: string): Promise<PublicState | null> {
  return (await findPublicState(db, id)) ?? null;
}

/** What the public state follows from; read at every reload, so it is the least there is. The caller has checked the secret. */
export async function publicMark(db: Db, id: string): Promise<PublicMark | null> {
  return (await findPublicMark(db, id)) ?? null;
}

/** What notices about dossiers need to say, by id; of those that are there. */
export async function noticeViews(
  db: Db,
  ids: readonly string[],
  day: Temporal.PlainDate,
): Promise<ReadonlyMap<string, NoticeView>> {
  const views = ids.length === 0 ? [] : await findNoticeViews(db, [...new Set(ids)], day);
  return new Map(views.map((view) => [view.id, view]));
}

/** What a notice about a dossier needs to say; undefined when there is no such dossier. */
export async function noticeView(
  db: Db,
  id: string,
  day: Temporal.PlainDate,
): Promise<NoticeView | undefined> {
  return (await noticeViews(db, [id], day)).get(id);
}
