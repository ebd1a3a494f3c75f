// What every page of the desk shows around its own matter.
import { type Asker, type ErrorPages, localPath } from '../../platform/http/index.ts';
import {
  BugPage,
  KeptFormPage,
  type NavItem,
  NotFoundPage,
  RefusalPage,
  renderPage,
  type Shell,
  UnavailablePage,
} from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';
import { vi } from './words.vi.ts';

const NAV: readonly NavItem[] = [
  { href: '/hang-doi', say: vi.queue },
  { href: '/lich-hen', say: vi.appointments },
];

/** The frame for one request. */
export function shellOf(req: Asker): Shell {
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
  keptForm: (req, kept) => renderPage(<KeptFormPage shell={shellOf(req)} {...kept} csrf={req.csrf()} />),
  unavailable: (req) => renderPage(<UnavailablePage shell={shellOf(req)} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused: (req, refusal) =>
    renderPage(
      <RefusalPage
        shell={shellOf(req)}
        refusal={refusal}
        message={sayRefusal(refusal)}
        back={localPath(req.headers.referer)}
      />,
    ),
};
