// What of an English page is still Vietnamese: text in Vietnamese letters that is not marked as such for screen readers.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const LETTERS = /[đăâêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/iu;
/** Said to people; other attributes are addresses, ids and data. */
const SPOKEN = new Set(['alt', 'aria-label', 'content', 'placeholder', 'title']);
/** The same in any language: our name, and sums of money. */
const SAME = /Một Cửa|\d đ/gu;
/** In the title of the window no mark-up can say that a name is Vietnamese; there names stand in quotes. */
const QUOTED = /“[^”]*”/gu;

/** Texts of the page and of its spoken attributes that hold Vietnamese letters outside `lang="vi"`. */
export function vietnameseLeft(html: string): string[] {
  const left: string[] = [];
  walk(parse(html), 'vi', (text, language) => {
    const said = text.replace(SAME, '').replace(/\s+/gu, ' ').trim();
    if (language !== 'vi' && LETTERS.test(said.normalize('NFC'))) left.push(said);
  });
  return left;
}

/** The language a page says it is in. */
export function languageOfPage(html: string): string | undefined {
  return /<html[^>]*\slang="([a-z]+)"/u.exec(html)?.[1];
}

function walk(
  node: DefaultTreeAdapterTypes.Node,
  outer: string,
  see: (text: string, language: string) => void,
): void {
  // What stands in a box somebody wrote there.
  if (node.nodeName === 'script' || node.nodeName === 'style' || node.nodeName === 'textarea') return;
  if ('value' in node) {
    const inTitle = node.parentNode?.nodeName === 'title';
    see(inTitle ? node.value.replace(QUOTED, '') : node.value, outer);
  }
  const attributes = 'attrs' in node ? node.attrs : [];
  const language = attributes.find(({ name }) => name === 'lang')?.value ?? outer;
  for (const { name, value } of attributes) if (SPOKEN.has(name)) see(value, language);
  if ('childNodes' in node) for (const child of node.childNodes) walk(child, language, see);
}
