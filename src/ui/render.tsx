// The one place where a page becomes text.
import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** The whole HTML document of a `<Page>`. */
export function renderPage(page: JSX.Element): string {
  return `<!doctype html>\n${renderToString(page)}`;
}

/** A fragment, for the pane beside a list that the desk's script asks for. */
export function renderFragment(part: JSX.Element): string {
  return renderToString(part);
}
