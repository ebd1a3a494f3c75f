// What every page of the portal shows around its own matter.
import type { FastifyRequest } from 'fastify';
import { type ErrorPages, localPath } from '../../platform/http/index.ts';
import {
  BugPage,
  type NavItem,
  NotFoundPage,
  RateLimitedPage,
  RefusalPage,
  renderPage,
  type Shell,
} from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';

const NAV: readonly NavItem[] = [
  { href: '/thu-tuc', say: 'Nộp hồ sơ trực tuyến' },
  { href: '/ho-so', say: 'Hồ sơ của tôi' },
  { href: '/tra-cuu', say: 'Tra cứu hồ sơ' },
];

/** The frame for one request. */
export function shellOf(req: FastifyRequest): Shell {
  const path = req.url.split('?')[0] ?? '/';
  return {
    site: 'portal',
    lang: req.lang,
    ...(req.session && { actor: { name: req.session.name }, csrf: req.csrf() }),
    big: req.big,
    path: req.url,
    nav: NAV.map((item) => ({ ...item, current: path === item.href || path.startsWith(`${item.href}/`) })),
  };
}

/** The portal's error pages. */
export const errorPages: ErrorPages = {
  notFound: (req) => renderPage(<NotFoundPage shell={shellOf(req)} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused: (req, refusal) =>
    renderPage(
      <RefusalPage
        shell={shellOf(req)}
        refusal={refusal}
        message={sayRefusal(req.lang, refusal)}
        back={localPath(req.headers.referer)}
      />,
    ),
};

/** 429 with the seconds until the next try. */
export function rateLimited(req: FastifyRequest, until: Temporal.Instant): string {
  const seconds = Math.max(1, Math.ceil(until.since(req.now).total('seconds')));
  return renderPage(<RateLimitedPage shell={shellOf(req)} seconds={seconds} />);
}
