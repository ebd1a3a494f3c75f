// What every page of the desk shows around its own matter.
import type { FastifyRequest } from 'fastify';
import { type ErrorPages, localPath } from '../../platform/http/index.ts';
import {
  BugPage,
  ForbiddenPage,
  type NavItem,
  NotFoundPage,
  RefusedPage,
  renderPage,
  type Shell,
} from '../../ui/index.ts';

const NAV: readonly NavItem[] = [{ href: '/hang-doi', say: 'Hàng đợi' }];

/** The frame for one request. */
export function shellOf(req: FastifyRequest): Shell {
  const path = req.url.split('?')[0] ?? '/';
  return {
    site: 'desk',
    lang: req.lang,
    ...(req.session && { actor: { name: req.session.name }, csrf: req.csrf() }),
    big: req.big,
    path: req.url,
    nav: NAV.map((item) => ({ ...item, current: path === item.href || path.startsWith(`${item.href}/`) })),
  };
}

/** The desk's error pages. */
export const errorPages: ErrorPages = {
  notFound: (req) => renderPage(<NotFoundPage shell={shellOf(req)} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused(req, refusal) {
    const shell = shellOf(req);
    if (refusal.status === 404) return renderPage(<NotFoundPage shell={shell} />);
    if (refusal.code === 'no-right') return renderPage(<ForbiddenPage shell={shell} />);
    return renderPage(
      <RefusedPage shell={shell} message={refusal.message} back={localPath(req.headers.referer)} />,
    );
  },
};
