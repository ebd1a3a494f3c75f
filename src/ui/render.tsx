// The one place where a page becomes text.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Elements in a line, one directly behind the other: a style sheet keeps them apart, but not everybody reads it. */
const BESIDE =
  /(<\/(?:a|button|kbd|small|span|strong|time)>)(?=<(?:a|button|kbd|small|span|strong|time)[\s>])/gu;
/** `<input checked/>`: simple parsers read an attribute named `checked/`. HTML needs no stroke there. */
const VOID = /<((?:br|col|hr|img|input|link|meta)\b(?:[^">]|"[^"]*")*?)\s*\/>/gu;

/** As browsers without styles and parsers without much patience read it too. */
const readable = (html: string) => html.replace(BESIDE, '$1 ').replace(VOID, '<$1>');

/** The whole HTML document of a `<Page>`. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>\n${readable(renderToString(page))}`;
}

/** A fragment, for the pane beside a list that the desk's script asks for. */
export function renderFragment(part: JSX.Element): string {
  return readable(renderToString(part));
}
