// What every page of the desk shows around its own matter.
import { sha256 } from '../../platform/crypto.ts';
import { type Asker, addressOf, type ErrorPages, LEAVE_PATH, localPath } from '../../platform/http/index.ts';
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

/** Minutes: long enough to talk with whoever stands at the counter, too short for a way to lunch. */
export const IDLE_MINUTES = 15;
/** Where one comes back to after signing in again over a locked page. */
export const UNLOCKED_PATH = '/mo-khoa';

/** Stands for a person in a page that tells its other tabs who is here. */
export function tokenOf(personId: string): string {
  return sha256(`desk:${personId}`).slice(0, 16);
}

/** The frame for one request. */
export function shellOf(req: Asker): Shell {
  const path = req.url.split('?')[0] ?? '/';
  return {
    site: 'desk',
    lang: req.lang,
    ...(req.session && {
      actor: { name: req.session.name },
      csrf: req.csrf(),
      lock: {
        who: tokenOf(req.session.personId),
        minutes: IDLE_MINUTES,
        open: `${LEAVE_PATH}?ve=${UNLOCKED_PATH}`,
      },
    }),
    big: req.big,
    path: addressOf(req),
    nav: NAV.map((item) => ({ ...item, current: path === item.href || path.startsWith(`${item.href}/`) })),
  };
}

/** The desk's error pages. */
export const errorPages: ErrorPages = {
  notFound: (req) => renderPage(<NotFoundPage shell={shellOf(req)} />),
  keptForm: (req, kept) => renderPage(<KeptFormPage shell={shellOf(req)} {...kept} csrf={req.csrf()} />),
  unavailable: (req, unsent) => renderPage(<UnavailablePage shell={shellOf(req)} unsent={unsent} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused: (req, refusal, unsent) =>
    renderPage(
      <RefusalPage
        shell={shellOf(req)}
        refusal={refusal}
        message={sayRefusal(refusal)}
        back={localPath(req.headers.referer)}
        unsent={unsent}
      />,
    ),
};
