// What every page of the account service shows around its own matter.
import { type Asker, type ErrorPages, localPath } from '../../platform/http/index.ts';
import {
  BugPage,
  NotFoundPage,
  RefusedPage,
  renderPage,
  type Shell,
  UnavailablePage,
} from '../../ui/index.ts';
import { sayRefusal } from './say-refusal.ts';

/** The frame for one request; nobody is "signed in" here, one only passes through. */
export function shellOf(req: Asker): Shell {
  // A refused wish for a new code shows the code's page: the letters-size link must come back there.
  const path = req.url.replace(/\/gui-lai$/u, '/otp');
  return { site: 'account', lang: req.lang, big: req.big, path, csrf: req.csrf() };
}

/** The site's error pages. */
export const errorPages: ErrorPages = {
  neverShown: ['mat-khau', 'xac-nhan', 'otp'],
  notFound: (req) => renderPage(<NotFoundPage shell={shellOf(req)} />),
  unavailable: (req, unsent) => renderPage(<UnavailablePage shell={shellOf(req)} unsent={unsent} />),
  failed: (req, number) => renderPage(<BugPage shell={shellOf(req)} code={number} />),
  refused: (req, refusal, unsent) =>
    renderPage(
      <RefusedPage
        shell={shellOf(req)}
        message={sayRefusal(req.lang, refusal)}
        back={localPath(req.headers.referer)}
        unsent={unsent}
      />,
    ),
};
