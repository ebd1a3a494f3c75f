// The words on one of our papers, read back from its bytes: so a journey can type what a person reads on the slip.
import { inflateSync } from 'node:zlib';

/** Every drawn text of a PDF whose fonts are embedded with a table back to letters, in the order of drawing. */
export function pdfWords(pdf: Buffer): string {
  const raw = pdf.toString('latin1');
  const objects = new Map(
    [...raw.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/gu)].map((at) => [at[1], at[2] ?? '']),
  );
  const fonts = new Map<string, Map<number, string>>();
  for (const [, name = '', id = ''] of raw.matchAll(/\/(F\d+) (\d+) 0 R/gu)) {
    const table = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(id) ?? '')?.[1];
    if (table) fonts.set(name, lettersOf(streamOf(objects.get(table) ?? '')));
  }
  return [...objects.values()]
    .map(streamOf)
    .filter((content) => content.includes(' Tf'))
    .map((content) => drawn(content, fonts))
    .join('\n');
}

function streamOf(object: string): string {
  // The last packed byte may be a carriage return: it belongs to the bytes.
  const body = /stream\r?\n([\s\S]*?)\nendstream/u.exec(object)?.[1];
  if (body === undefined) return '';
  try {
    return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
  } catch {
    return body;
  }
}

/** `<0000> <00ff> [<0041> …]`: letters by glyph. */
function lettersOf(cmap: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, from = '', list = ''] of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/giu)) {
    const first = Number.parseInt(from, 16);
    [...list.matchAll(/<([0-9a-f]*)>/giu)].forEach(([, hex = ''], at) => {
      const units = hex.match(/.{4}/gu) ?? [];
      letters.set(first + at, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return letters;
}

function drawn(content: string, fonts: Map<string, Map<number, string>>): string {
  let letters = new Map<number, string>();
  let words = '';
  for (const [, font, texts] of content.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/gu)) {
    if (font) letters = fonts.get(font) ?? new Map();
    const glyphs = [...(texts ?? '').matchAll(/<([0-9a-f]+)>/giu)].flatMap(
      ([, hex = '']) => hex.match(/.{4}/gu) ?? [],
    );
    words += glyphs.map((glyph) => letters.get(Number.parseInt(glyph, 16)) ?? '').join('');
  }
  return words.normalize('NFC');
}
