// The typefaces of our papers: read and parsed once per thread (parsing costs more than a paper), with words and glyphs kept between papers,
// and guarded: a character without a glyph is an error, never an empty box on an official paper.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';
import { keepingLayout, type SettingFont } from './kept-layout.ts';
import { type Subset, type SubsetFont, subsetsOf } from './subset.ts';

export type Face = 'serif' | 'serif-bold' | 'serif-italic' | 'sans' | 'sans-bold';

const FILES: Readonly<Record<Face, string>> = {
  serif: 'NotoSerif-Regular.ttf',
  'serif-bold': 'NotoSerif-Bold.ttf',
  'serif-italic': 'NotoSerif-Italic.ttf',
  sans: 'NotoSans-Regular.ttf',
  'sans-bold': 'NotoSans-Bold.ttf',
};

/** What we use of an opened font. */
interface OpenFont extends SettingFont, SubsetFont {
  /** Of the parser; a guard's is ours. */
  createSubset(): Subset;
  hasGlyphForCodePoint(codePoint: number): boolean;
  getGlyph(id: number, codePoints?: readonly number[]): MeasuredGlyph | null;
  /** Glyphs met so far, with the characters that they were first met for. */
  _glyphs: Record<number, MeasuredGlyph>;
}

interface MeasuredGlyph {
  /** Unset until they are asked for. */
  _metrics: unknown;
  _getMetrics(): unknown;
}

/** The text has a character that no font of ours can draw. `characters` lists them. */
export class MissingGlyph extends Error {
  readonly characters: readonly string[];
  constructor(characters: readonly string[]) {
    super(`no glyph for ${characters.map(describe).join(', ')}`);
    this.name = 'MissingGlyph';
    this.characters = characters;
  }
}

function describe(character: string): string {
  return `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}

const opened = new Map<Face, { font: OpenFont; guard: OpenFont }>();

/** Gives a new document our faces under their names, without parsing the fonts again. */
export function dress(doc: PDFKit.PDFDocument): void {
  for (const face of Object.keys(FILES) as Face[]) {
    const { font, guard } = faceOf(face);
    // A parser remembers the characters of a glyph by its first meeting; a meeting as a part of another glyph, while an
    // earlier paper was closed, would leave letters that cannot be copied or read aloud. So each paper starts afresh.
    font._glyphs = {};
    // pdfkit takes a font that is already open; its types know only bytes and paths.
    doc.registerFont(face, guard as unknown as Uint8Array);
  }
}

/**
 * The characters of a text that our papers cannot print (emoji, other scripts), each once.
 * Empty when all can be printed; ask before accepting free text that ends on a paper.
 */
export function unprintable(text: string): string[] {
  return missingIn(faceOf('serif').font, printable(text).replaceAll('\n', ''));
}

/** What stands for a character that our typefaces lack; they have no empty box. */
const SUBSTITUTE = '\ufffd';

/** The text with a sign in the place of each character that cannot be printed: for copies, never for official papers. */
export function withSubstitutes(text: string): string {
  const strange = new Set(unprintable(text));
  if (strange.size === 0) return text;
  return [...printable(text)].map((character) => (strange.has(character) ? SUBSTITUTE : character)).join('');
}

function missingIn(font: OpenFont, text: string): string[] {
  const without = [...text].filter((character) => !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));
  return [...new Set(without)];
}

/** NFC; line ends as \n; tabs and odd spaces as spaces; what is invisible or turns direction is dropped. */
export function printable(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|[\u2028\u2029\u0085]/gu, '\n')
    .replace(/[^\S\n]/gu, ' ')
    .replace(/\u2011/gu, '-')
    .replace(/[\p{Cc}\p{Cf}\p{Variation_Selector}]/gu, (c) => (c === '\n' ? c : ''));
}

/** `font` as the parser has it, `guard` as papers are given it. */
export function faceOf(face: Face): { font: OpenFont; guard: OpenFont } {
  const known = opened.get(face);
  if (known) return known;
  const font = open(readFileSync(join(fontFolder(), FILES[face])));
  const pair = { font, guard: guarded(font) };
  opened.set(face, pair);
  return pair;
}

/** pdfkit opens fonts with its own parser; a throw-away document lends it to us. */
function open(bytes: Buffer): OpenFont {
  const doc = new PDFDocument({ autoFirstPage: false, font: '' }).font(bytes);
  const font = (doc as unknown as { _font?: { font?: OpenFont } })._font?.font;
  if (typeof font?.layout !== 'function' || typeof font._glyphs !== 'object')
    throw new Error('pdfkit no longer exposes the opened font');
  keepMetrics(font);
  return font;
}

/** A glyph's measures outlast the paper that met it. */
function keepMetrics(font: OpenFont): void {
  const metrics = new Map<number, unknown>();
  const meet = font.getGlyph.bind(font);
  font.getGlyph = (id, codePoints) => {
    const met = font._glyphs[id];
    if (met) return met;
    const glyph = meet(id, codePoints);
    if (!glyph) return null;
    const known = metrics.get(id) ?? glyph._getMetrics();
    metrics.set(id, known);
    glyph._metrics = known;
    return glyph;
  };
}

function guarded(font: OpenFont): OpenFont {
  const guard = Object.create(font) as OpenFont;
  const layout = keepingLayout(font);
  guard.layout = (text, features) => {
    const run = layout(text, features);
    if (run.glyphs.some((glyph) => glyph.id === 0)) throw new MissingGlyph(missingIn(font, text));
    return run;
  };
  guard.createSubset = subsetsOf(font);
  return guard;
}

/** `assets/fonts`, found from here upwards, so that it works from the sources and from a build alike. */
function fontFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, 'assets', 'fonts');
    if (existsSync(join(candidate, FILES.serif))) return candidate;
    if (folder === dirname(folder)) throw new Error('assets/fonts not found above the program');
  }
}
