// What is kept of a font between papers changes no byte: words are set, and glyphs are gathered, as the parser itself does it.
import { describe, expect, it } from 'vitest';
import { type Face, faceOf } from './typeface.ts';

const FACES: readonly Face[] = ['serif', 'serif-bold', 'serif-italic', 'sans', 'sans-bold'];
const WORDS = [
  ...'Đơn đề nghị AVATAR fi ffi office (1/2) “Kính gửi” Ð Đ a-b T.P. To Vỹ ƯỜNG ệ ộ ặ ữ'.split(' '),
  'e\u0302\u0301',
  'a\u0323\u0306b',
  'số ',
  ' ',
  '1.234.567đ',
];

/** A word as it is set, with the characters of each glyph. */
function told(face: Face, how: 'font' | 'guard', words: readonly string[]) {
  const { font, guard } = faceOf(face);
  font._glyphs = {};
  return words.map((word) => {
    const run = { font, guard }[how].layout(word);
    return {
      glyphs: run.glyphs.map(({ id, advanceWidth, codePoints }) => [id, advanceWidth, ...codePoints]),
      positions: run.positions.map(({ xAdvance, yAdvance, xOffset, yOffset }) => [
        xAdvance,
        yAdvance,
        xOffset,
        yOffset,
      ]),
      width: run.advanceWidth,
    };
  });
}

describe.each(FACES)('%s', (face) => {
  it('sets each word as the parser does, the first time and again, in any order', () => {
    for (const words of [WORDS, WORDS.toReversed(), WORDS])
      expect(told(face, 'guard', words)).toEqual(told(face, 'font', words));
  });

  it('lets a paper scale what it was given without touching what is kept', () => {
    const { guard } = faceOf(face);
    const [first] = told(face, 'guard', ['Kính ']);
    const run = guard.layout('Kính ');
    for (const position of run.positions) position.xAdvance *= 2;
    expect(run.advanceWidth).toBe((first?.width ?? 0) * 2);
    expect(told(face, 'guard', ['Kính '])).toEqual([first]);
  });

  it('gathers the same bytes of glyphs as the parser, composites with their parts', () => {
    const { font, guard } = faceOf(face);
    const glyphs = WORDS.flatMap((word) => font.layout(word).glyphs.map(({ id }) => id));
    const [theirs, ours] = [font.createSubset(), guard.createSubset()];
    expect(glyphs.map((glyph) => ours.includeGlyph(glyph))).toEqual(
      glyphs.map((glyph) => theirs.includeGlyph(glyph)),
    );
    expect(Buffer.from(ours.encode()).equals(Buffer.from(theirs.encode()))).toBe(true);
    // One sign alone: a font of a single glyph and its parts.
    const [least, own] = [font.createSubset(), guard.createSubset()];
    expect(Buffer.from(own.encode()).equals(Buffer.from(least.encode()))).toBe(true);
  });
});
