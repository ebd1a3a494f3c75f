// /dang-nhap of the desk: off to the account service, which always asks again; only officials' accounts open this site.
import type { FastifyInstance } from 'fastify';
import { findAccount } from '../../../modules/identity/index.ts';
import type { Db } from '../../../platform/db.ts';
import { LEAVE_PATH, localPath, type RelyingParty, signInDoors } from '../../../platform/http/index.ts';
import { renderPage } from '../../../ui/index.ts';
import { shellOf } from '../shell.tsx';
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
    const page = { shell: shellOf(req), leave: withBack(LEAVE_PATH, back), portal };
    return reply.html(renderPage(<SignInPage {...page} />));
  });
  signInDoors(app, {
    ...deps,
    site: 'desk',
    hours: HOURS,
    async welcome(subject) {
      const account = await findAccount(deps.db, subject);
      if (account?.kind !== 'official') return null;
      return { accountId: account.id, personId: account.personId, name: account.fullName, language: null };
    },
    troublePage: (req, trouble, back) => {
      const again = withBack('/dang-nhap', back);
      return renderPage(<TroublePage shell={shellOf(req)} trouble={trouble} again={again} portal={portal} />);
    },
  });
}
