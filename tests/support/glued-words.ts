// Words that a style sheet alone keeps apart: where none is read (text browsers, screen readers, what is copied) they run together.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** Begin a line of their own without any style, or draw something of their own. */
const APART = new Set(
  `address article aside blockquote body br caption col dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr
   html img input legend li main nav ol optgroup option p pre search section select summary table tbody td textarea tfoot th thead title tr ul`.split(
    /\s+/u,
  ),
);
const UNREAD = new Set(['script', 'style', 'svg', 'template']);

/** Each place where the end of one word and the beginning of the next touch across elements: "…Cửa|Dịch…". */
export function gluedWords(html: string): string[] {
  const found: string[] = [];
  let before = '';
  const walk = (node: Node): void => {
    if (node.nodeName === '#text') {
      const { value } = node as DefaultTreeAdapterTypes.TextNode;
      if (/[\p{L}\p{N}:.,;?!)”]$/u.test(before) && /^[\p{L}\p{N}(“]/u.test(value))
        found.push(`${before.slice(-20)}|${value.slice(0, 20)}`);
      if (value !== '') before = value;
      return;
    }
    if (UNREAD.has(node.nodeName)) return;
    const apart = APART.has(node.nodeName);
    if (apart) before = '';
    // A word may be marked within itself: only what another element says counts.
    for (const child of 'childNodes' in node ? node.childNodes : []) walk(child);
    if (apart) before = '';
  };
  walk(parse(html));
  return found;
}
