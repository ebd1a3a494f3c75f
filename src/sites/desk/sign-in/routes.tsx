// /dang-nhap of the desk: off to the account service, which always asks again; only officials' accounts open this site.
import type { FastifyInstance } from 'fastify';
import { seatMarksOf } from '../../../modules/agencies/index.ts';
import { endSignIns, findAccount } from '../../../modules/identity/index.ts';
import type { Db } from '../../../platform/db.ts';
import {
  KEPT_PATH,
  LEAVE_PATH,
  localPath,
  type RelyingParty,
  signInDoors,
} from '../../../platform/http/index.ts';
import type { Session } from '../../../platform/sessions.ts';
import { dateOf } from '../../../rules/kernel/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { IDLE_MINUTES, shellOf } from '../shell.tsx';
import { SignInPage, TroublePage } from './page.tsx';

export interface SignInDeps {
  readonly db: Db;
  readonly urls: { portal: string };
  /** Key that signs the cookie kept while somebody is away signing in. */
  readonly secret: string;
  readonly secure: boolean;
  readonly party: RelyingParty;
}

/** One working day with its lunch. */
const HOURS = 10;
const withBack = (path: string, back: string) =>
  back === '/' ? path : `${path}?ve=${encodeURIComponent(back)}`;

/** `/dang-nhap?ve=`, its two protocol doors, and `POST /dang-xuat`. */
export function registerSignIn(app: FastifyInstance, deps: SignInDeps): void {
  const portal = `${deps.urls.portal}/`;
  app.get<{ Querystring: { ve?: unknown } }>('/dang-nhap', { config: { guard: 'public' } }, (req, reply) => {
    const back = localPath(req.query.ve) ?? '/';
    if (req.session) return reply.redirect(back, 303);
    const page = {
      shell: shellOf(req),
      leave: withBack(LEAVE_PATH, back),
      kept: back.startsWith(`${KEPT_PATH}/`),
      portal,
    };
    return reply.html(renderPage(<SignInPage {...page} />));
  });
  signInDoors(app, {
    ...deps,
    site: 'desk',
    hours: HOURS,
    idleMinutes: IDLE_MINUTES,
    signedOut: (accountId) => endSignIns(deps.db, accountId),
    async welcome(subject, now) {
      const account = await findAccount(deps.db, subject);
      if (account?.kind !== 'official') return null;
      const standing = await seatMarksOf(deps.db, account.personId, dateOf(now));
      const { id: accountId, personId, fullName: name } = account;
      return { accountId, personId, name, language: null, standing };
    },
    troublePage: (req, trouble, back) => {
      const again = withBack('/dang-nhap', back);
      return renderPage(<TroublePage shell={shellOf(req)} trouble={trouble} again={again} portal={portal} />);
    },
  });
}

/** A session of the desk ends with a seat that it began with: whoever holds others signs in again for those. */
export function stillSeated(db: Db): (session: Session, now: Temporal.Instant) => Promise<boolean> {
  return async ({ personId, data }, now) => {
    const began = data.standing;
    if (!Array.isArray(began) || began.length === 0) return true;
    const held = new Set(await seatMarksOf(db, personId, dateOf(now)));
    return began.every((seat) => held.has(seat));
  };
}
