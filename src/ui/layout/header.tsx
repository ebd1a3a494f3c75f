// The head of every page: whose page it is, where one can go, who is signed in, language and text size.
import { CsrfField } from '../pieces/csrf-field.tsx';
import { surroundings } from '../surroundings.ts';
import { useLang, useWords, Vi } from '../words/index.ts';
import type { Shell } from './shell.ts';
import { Wordmark } from './wordmark.tsx';

function Tools({ site, path, big }: { site: Shell['site']; path: string; big: boolean }) {
  const words = useWords();
  const lang = useLang();
  const back = encodeURIComponent(path);
  const languages = surroundings().languages[site];
  const offered = languages.length > 1 ? languages : [];
  return (
    <nav class="mc-tools" aria-label={words.tools}>
      <ul>
        {offered.map((code) => (
          <li key={code}>
            {code === lang ? (
              <span aria-current="true">{words.language[code]}</span>
            ) : (
              <a class="govuk-link" href={`/ngon-ngu?chon=${code}&ve=${back}`} hreflang={code} lang={code}>
                {words.language[code]}
              </a>
            )}
          </li>
        ))}
        <li>
          <a class="govuk-link" href={`/co-chu?lon=${big ? 0 : 1}&ve=${back}`}>
            {big ? words.normalText : words.bigText}
          </a>
        </li>
      </ul>
    </nav>
  );
}

function Actor({ actor, csrf, site, path }: Pick<Shell, 'actor' | 'csrf' | 'site' | 'path'>) {
  const words = useWords();
  if (!actor) {
    if (site === 'account') return null;
    return (
      <a class="govuk-link mc-actor__name" href={`/dang-nhap?ve=${encodeURIComponent(path)}`}>
        {words.signIn}
      </a>
    );
  }
  return (
    <div class="mc-actor">
      <span class="mc-actor__name">
        <span class="govuk-visually-hidden">{words.signedInAs('')}</span>
        <Vi>{actor.name}</Vi> {actor.role && <span class="mc-actor__role">{actor.role}</span>}
      </span>
      <form method="post" action="/dang-xuat">
        <CsrfField token={csrf} />
        <button class="mc-plain-button" type="submit">
          {words.signOut}
        </button>
      </form>
    </div>
  );
}

/** The site's head. `nav` items come from the site. */
export function Header({ site, nav, actor, csrf, path, big = false }: Shell) {
  const words = useWords();
  return (
    <header class="mc-header">
      <div class="mc-header__inner mc-container">
        <a class="mc-header__home" href={surroundings().homes[site]}>
          <Wordmark name={words.productName} />
          <span class="mc-header__site">{words.siteNames[site]}</span>
        </a>
        <Tools site={site} path={path} big={big} />
        <Actor actor={actor} csrf={csrf} site={site} path={path} />
      </div>
      {nav && nav.length > 0 && (
        <nav class="mc-nav" aria-label={words.menu}>
          <ul class="mc-container">
            {nav.map((item) => (
              <li key={item.href}>
                <a class="mc-nav__link" href={item.href} aria-current={item.current ? 'page' : undefined}>
                  {item.say}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
  );
}
