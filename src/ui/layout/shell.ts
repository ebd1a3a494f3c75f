// What surrounds a page's own matter: site, language, actor, ways to go.
import type { Said } from '../components/piece.tsx';
import type { Lang } from '../words/index.ts';

export interface NavItem {
  href: string;
  say: Said;
  current?: boolean;
}

/** What a site knows before it knows the page: build it once per request and spread it into `<Page>`. */
export interface Shell {
  site: 'portal' | 'account' | 'desk';
  lang: Lang;
  /** Who is signed in; a visitor gets a link to `/dang-nhap?ve=<path>` instead (not on the account site). */
  actor?: { name: string; role?: string };
  csrf?: string;
  /** Text a quarter larger, from the person's cookie. */
  big?: boolean;
  /** This page's path and query, for the language and text size links to come back to, and for its forms. */
  path: string;
  nav?: readonly NavItem[];
  /** A page that covers itself when nobody uses it. */
  lock?: {
    /** Stands for whoever is signed in, and for nobody else. */
    who: string;
    /** Unused for so long. */
    minutes: number;
    /** Where one signs in again; the page one comes back to bears `data-unlocked`. */
    open: string;
  };
}
