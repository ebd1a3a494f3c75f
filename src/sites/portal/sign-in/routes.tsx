// /dang-nhap of the portal: off to the national account service and back; only citizens' accounts open this site.
import type { FastifyInstance } from 'fastify';
import { endSignIns, findAccount } from '../../../modules/identity/index.ts';
import type { Db } from '../../../platform/db.ts';
import {
  KEPT_PATH,
  LEAVE_PATH,
  localPath,
  type RelyingParty,
  signInDoors,
} from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';
import { SignInPage, TroublePage } from './page.tsx';

export interface SignInDeps {
  readonly db: Db;
  readonly urls: { account: string };
  /** Key that signs the cookie kept while somebody is away signing in. */
  readonly secret: string;
  readonly secure: boolean;
  readonly party: RelyingParty;
}

const HOURS = 8;
/** Who reads slowly, or looks for a paper in another room, is still there. */
const IDLE_MINUTES = 60;
const withBack = (path: string, back: string) =>
  back === '/' ? path : `${path}?ve=${encodeURIComponent(back)}`;

/** `/dang-nhap?ve=`, its two protocol doors, and `POST /dang-xuat`. */
export function registerSignIn(app: FastifyInstance, deps: SignInDeps): void {
  app.get<{ Querystring: { ve?: unknown } }>('/dang-nhap', { config: { guard: 'public' } }, (req, reply) => {
    const back = localPath(req.query.ve) ?? '/';
    if (req.session) return reply.redirect(back, 303);
    const page = {
      shell: shellOf(req),
      leave: withBack(LEAVE_PATH, back),
      kept: back.startsWith(`${KEPT_PATH}/`),
      signUp: `${deps.urls.account}/dang-ky`,
    };
    return reply.html(renderPage(<SignInPage {...page} />));
  });
  signInDoors(app, {
    ...deps,
    site: 'portal',
    hours: HOURS,
    idleMinutes: IDLE_MINUTES,
    signedOut: (accountId) => endSignIns(deps.db, accountId),
    async welcome(subject) {
      const account = await findAccount(deps.db, subject);
      if (account?.kind !== 'citizen') return null;
      const { id: accountId, personId, fullName: name, language } = account;
      return { accountId, personId, name, language };
    },
    troublePage: (req, trouble, back) =>
      renderPage(<TroublePage shell={shellOf(req)} trouble={trouble} again={withBack('/dang-nhap', back)} />),
  });
}
