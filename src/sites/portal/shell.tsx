// What every page of the portal shows around its own matter.
import type { FastifyRequest } from 'fastify';
import { type Asker, addressOf, type ErrorPages, localPath } from '../../platform/http/index.ts';
import {
  BugPage,
  KeptFormPage,
  NotFoundPage,
  RateLimitedPage,
  RefusalPage,
  renderPage,
  type Shell,
  UnavailablePage,
} from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';
import { words } from './words.ts';

const NAV = [
  { href: '/thu-tuc', name: 'procedures' },
  { href: '/ho-so', name: 'mine' },
  { href: '/tra-cuu', name: 'track' },
] as const;

/** The frame for one request. */
export function shellOf(req: Asker): Shell {
  const path = req.url.split('?')[0] ?? '/';
  const say = words(req.lang).nav;
  return {
    site: 'portal',
    lang: req.lang,
    ...(req.session && { actor: { name: req.session.name }, csrf: req.csrf() }),
    big: req.big,
    path: addressOf(req),
    nav: NAV.map(({ href, name }) => ({
      href,
      say: say[name],
      current: path === href || path.startsWith(`${href}/`),
    })),
  };
}

/** The portal's error pages. */
export const errorPages: ErrorPages = {
  neverShown: ['bi-mat'],
  notFound: (req) => renderPage(<NotFoundPage shell={shellOf(req)} />),
  keptForm: (req, kept) => renderPage(<KeptFormPage shell={shellOf(req)} {...kept} csrf={req.csrf()} />),
  unavailable: (req, unsent) => renderPage(<UnavailablePage shell={shellOf(req)} unsent={unsent} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused: (req, refusal, unsent) =>
    renderPage(
      <RefusalPage
        shell={shellOf(req)}
        refusal={refusal}
        message={sayRefusal(req.lang, refusal)}
        back={localPath(req.headers.referer)}
        unsent={unsent}
      />,
    ),
};

/** 429 with the seconds until the next try. */
export function rateLimited(req: FastifyRequest, until: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil(until.since(req.now).total('seconds')));
  return renderPage(<RateLimitedPage shell={shellOf(req)} seconds={seconds} />);
}
