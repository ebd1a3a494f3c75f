// The frame of every page on every site: head, skip link, main column, foot.
import type { ComponentChildren } from 'preact';
import { BackLink } from '../components/back-link/back-link.tsx';
import { type ErrorLine, ErrorSummary } from '../components/error-summary/error-summary.tsx';
import { join } from '../components/piece.tsx';
import { SkipLink } from '../components/skip-link/skip-link.tsx';
import { AddressContext } from '../pieces/form.tsx';
import { surroundings } from '../surroundings.ts';
import { type Lang, LangContext, words } from '../words/index.ts';
import { Footer, SandboxBanner } from './footer.tsx';
import { Header } from './header.tsx';
import { Lock } from './lock.tsx';
import { MANIFEST_PATH, MARK_PATH } from './mark.ts';
import type { Shell } from './shell.ts';

export interface PageProps extends Shell {
  title: string;
  /** Where the title is a name in another language than the page's. */
  titleLang?: Lang;
  /** Shown above the h1, each linked to its input; the title then begins with "Lỗi: ". */
  errors?: readonly ErrorLine[];
  /** Marks the title as an error where the page shows the summary itself. */
  error?: boolean;
  /** What the page is for, in a sentence: said of pages that everybody may find. */
  description?: string;
  backLink?: string;
  /** Stands between head and main column (breadcrumbs). */
  before?: ComponentChildren;
  /** `wide` for desk tables; `form` (two thirds) for questions; `text` by default. */
  width?: 'text' | 'form' | 'wide';
  children: ComponentChildren;
}

interface HeadProps extends Pick<PageProps, 'title' | 'description' | 'site' | 'path'> {
  lang: Lang | undefined;
}

function Head({ title, lang, description, site, path }: HeadProps) {
  const { assets, homes } = surroundings();
  // Whatever was asked at it, it is one page.
  const address = homes.portal.replace(/\/$/u, '') + path.split('?')[0];
  return (
    <head>
      <meta charset="utf-8" />
      <title lang={lang}>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="theme-color" content="#a4161a" />
      {description && <meta name="description" content={description} />}
      {description && homes.portal !== '/' && <link rel="canonical" href={address} />}
      <link rel="icon" href={site === 'portal' ? MARK_PATH : 'data:,'} />
      {site === 'portal' && <link rel="manifest" href={MANIFEST_PATH} />}
      <link rel="stylesheet" href={assets.css} />
      <script type="module" src={assets.js} />
    </head>
  );
}

/** A whole document; give it to `renderPage`. No inline style or script, so a strict CSP holds. */
export function Page(props: PageProps) {
  const {
    title,
    titleLang,
    lang,
    site,
    big,
    path,
    errors = [],
    backLink,
    before,
    width = 'text',
    children,
  } = props;
  const say = words(lang);
  const wrong = props.error || errors.length > 0;
  const fullTitle = `${wrong ? `${say.error}: ` : ''}${title} – ${say.productName}`;
  return (
    <LangContext.Provider value={lang}>
      <html lang={lang} class={join('mc', `mc--${site}`, big && 'mc--big')}>
        <Head {...props} title={fullTitle} lang={titleLang === lang ? undefined : titleLang} />
        <body class="govuk-template__body">
          <SkipLink />
          <SandboxBanner />
          <Header {...props} />
          <div class={`mc-container mc-page mc-page--${width}`}>
            {before}
            {backLink && (
              <nav class="mc-back" aria-label={say.backLandmark}>
                <BackLink href={backLink} />
              </nav>
            )}
            <main id="content" class="mc-main" tabIndex={-1}>
              {errors.length > 0 && <ErrorSummary errors={errors} />}
              <AddressContext.Provider value={path}>{children}</AddressContext.Provider>
            </main>
          </div>
          <Footer />
          <Lock {...props} />
        </body>
      </html>
    </LangContext.Provider>
  );
}
