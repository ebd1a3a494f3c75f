// What stays Vietnamese on every page (names, law, what somebody wrote) is marked where the page speaks another language.
import type { JSX } from 'preact';
import { type Lang, useLang } from './words.ts';

/** What may be marked: words, or words with mark-up in them. */
type Text = string | number | JSX.Element | readonly (string | number | JSX.Element)[] | null | undefined;

/** Vietnamese in any page: on one of another language screen readers are told. */
export function Vi({ children }: { children?: Text }) {
  return useLang() === 'vi' ? children : <span lang="vi">{children}</span>;
}

const QUOTED = /(“[^”]*”)/u;
// Names of this country's things have marks; words quoted from our own English pages have none.
const MARKED = /[^\p{ASCII}“”‘’–…]/u;

/** A sentence in the page's language that names Vietnamese things in “…”: on a page of another language the names are marked. */
export function naming(lang: Lang, sentence: string): string | JSX.Element {
  if (lang === 'vi' || !MARKED.test(sentence)) return sentence;
  return (
    <>
      {sentence.split(QUOTED).map((part) =>
        QUOTED.test(part) && MARKED.test(part) ? (
          <>
            “<span lang="vi">{part.slice(1, -1)}</span>”
          </>
        ) : (
          part
        ),
      )}
    </>
  );
}

/** The same as an element. */
export function Naming({ children }: { children: string }) {
  return <>{naming(useLang(), children)}</>;
}

/** What somebody wrote or was: Vietnamese where it has letters of its own; numbers and dates are the same in any language. */
export function Written({ children }: { children: string }) {
  return MARKED.test(children) ? <Vi>{children}</Vi> : children;
}

/** For an option of a list, which holds no mark-up of its own: `lang` beside its other attributes. */
export function vietnameseOption(lang: Lang): { attributes?: { lang: 'vi' } } {
  return lang === 'vi' ? {} : { attributes: { lang: 'vi' } };
}
