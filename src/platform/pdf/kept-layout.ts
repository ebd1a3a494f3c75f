// Remembers how words are set: the same words stand on every paper, and setting one (substitution, kerning) is most of what a paper costs.
import { LRUCache } from 'lru-cache';

export interface Position {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

export interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** A word as it was set. pdfkit scales the positions in place. */
export interface GlyphRun {
  readonly glyphs: Glyph[];
  readonly positions: Position[];
  readonly advanceWidth: number;
}

/** What is used of an opened font. */
export interface SettingFont {
  layout(text: string, features?: unknown): GlyphRun;
  glyphForCodePoint(codePoint: number): Glyph;
}

interface Kept {
  readonly codePoints: readonly number[];
  readonly positions: readonly Position[];
}

const MOST_WORDS = 8_000;
const LONGEST_WORD = 40;
const SPACE = 0x20;

/**
 * The font's `layout`, remembering words whose every character is one glyph of its own. A remembered word meets its glyphs in the
 * order in which it would have met them, for a glyph keeps the characters of its first meeting.
 */
export function keepingLayout(font: SettingFont): SettingFont['layout'] {
  const words = new LRUCache<string, Kept>({ max: MOST_WORDS });
  return (text, features) => {
    if (features !== undefined || text.length > LONGEST_WORD) return font.layout(text, features);
    const kept = words.get(text);
    if (kept) return setAgain(font, kept);
    const run = font.layout(text);
    const codePoints = [...text].map((character) => character.codePointAt(0) ?? 0);
    const plain =
      run.glyphs.length === codePoints.length &&
      run.glyphs.every(({ id }, at) => id !== 0 && id === font.glyphForCodePoint(codePoints[at]!).id);
    if (plain) words.set(text, { codePoints, positions: run.positions.map(copied) });
    return run;
  };
}

function setAgain(font: SettingFont, { codePoints, positions }: Kept): GlyphRun {
  const glyphs = codePoints.map((codePoint) => font.glyphForCodePoint(codePoint));
  // Setting a word asks for the space, too.
  font.glyphForCodePoint(SPACE);
  return new KeptRun(glyphs, positions.map(copied));
}

const copied = ({ xAdvance, yAdvance, xOffset, yOffset }: Position): Position => ({
  xAdvance,
  yAdvance,
  xOffset,
  yOffset,
});

class KeptRun implements GlyphRun {
  readonly glyphs: Glyph[];
  readonly positions: Position[];

  constructor(glyphs: Glyph[], positions: Position[]) {
    this.glyphs = glyphs;
    this.positions = positions;
  }

  /** Read after the positions were scaled. */
  get advanceWidth(): number {
    let width = 0;
    for (const { xAdvance } of this.positions) width += xAdvance;
    return width;
  }
}
