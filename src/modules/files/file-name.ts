// Names of files as people gave them: shown again, never used as a path.
import { isExtension } from './kinds.ts';

const MOST = 150;
/** Marks that hide what a name really is: direction overrides, invisible joiners, byte-order marks. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/gu;
const CONTROL = /\p{Cc}/gu;
/** How browsers write a quotation mark and line ends in the name of an uploaded file; nothing else is escaped there. */
const QUOTED_BY_BROWSERS = /%(?:22|0D|0A)/giu;
/** Not allowed in names on some systems where the file will be downloaded. */
const RESERVED = /[<>:"|?*]/gu;

/**
 * `['Đơn', 'pdf']` of `Đơn.PDF`; the extension is lower case and empty when there is none. Only an ending that names a kind
 * of file is one: the dots of `giấy khai sinh ngày 01.02.2024` belong to the name.
 */
export function splitName(name: string): readonly [stem: string, extension: string] {
  const found = /^(?<stem>.+)\.(?<extension>[A-Za-z0-9]{1,8})$/u.exec(name);
  const extension = (found?.groups?.extension ?? '').toLowerCase();
  return isExtension(extension) ? [found?.groups?.stem ?? '', extension] : [name, ''];
}

/**
 * A name that can be kept and shown: NFC, without folders and hidden marks, at most 150 characters with its extension kept.
 * An empty one becomes `tep`.
 */
export function fileName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/u).at(-1) ?? '';
  const clean = last
    .replace(INVISIBLE, '')
    .replace(QUOTED_BY_BROWSERS, (code) => decodeURIComponent(code))
    .replace(CONTROL, ' ')
    .replace(RESERVED, '_')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/^\.+/u, '');
  if (clean === '') return 'tep';
  const [stem, extension] = splitName(clean);
  const tail = extension === '' ? '' : `.${extension}`;
  return `${cut(stem, MOST - tail.length)}${tail}`;
}

/** Whole letters only, so that no mark is torn from its letter. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of new Intl.Segmenter('vi').segment(text)) {
    if (kept.length + segment.length > most) break;
    kept += segment;
  }
  return kept.trimEnd();
}
