// Breaks text into lines by measured width, so that a paper knows the height of everything before it draws.
import { printable } from './typeface.ts';

export type Style = 'regular' | 'bold' | 'italic';

export interface Run {
  readonly text: string;
  readonly style?: Style;
}

/** Plain text, or runs of it in different styles. */
export type Rich = string | readonly Run[];

export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly width: number;
}

/** One line; `end` says that a paragraph ends here (a justified last line stays left). */
export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  readonly end: boolean;
}

/** Width in points of a text in a style, at the size of the moment. */
export type Measure = (text: string, style: Style) => number;

/** Words that stick together because no space parts them, though their styles may differ. */
type Word = readonly Piece[];

/** Plain text is one run. */
export function runsOf(rich: Rich): readonly Run[] {
  return typeof rich === 'string' ? [{ text: rich }] : rich;
}

/** The letters alone, for measuring and for searching. */
export function plain(rich: Rich): string {
  return runsOf(rich)
    .map((run) => run.text)
    .join('');
}

/**
 * Lines of at most `width` points; the first may be narrower by `firstIndent`. A word wider than the line is cut
 * between characters. Every line but a paragraph's last keeps its closing space, so that text copied out reads on.
 */
export function breakLines(rich: Rich, width: number, measure: Measure, firstIndent = 0): Line[] {
  const lines: Line[] = [];
  let first = true;
  for (const words of paragraphsOf(rich, measure)) {
    const filler = new Filler(width, measure, first ? firstIndent : 0);
    for (const word of words) filler.add(word);
    lines.push(...filler.finish());
    first = false;
  }
  return lines.map((line, index) => (line.end && index < lines.length - 1 ? withClosingSpace(line) : line));
}

function withClosingSpace(line: Line): Line {
  return { ...line, pieces: merged([...line.pieces, { text: ' ', style: 'regular', width: 0 }]) };
}

function paragraphsOf(rich: Rich, measure: Measure): Word[][] {
  const paragraphs: Word[][] = [[]];
  let word: Piece[] = [];
  const closeWord = () => {
    if (word.length > 0) paragraphs.at(-1)?.push(word);
    word = [];
  };
  for (const run of runsOf(rich)) {
    const style = run.style ?? 'regular';
    for (const part of printable(run.text).split(/([ \n]+)/u)) {
      if (part === '') continue;
      if (!/^[ \n]/u.test(part)) {
        word.push({ text: part, style, width: measure(part, style) });
        continue;
      }
      closeWord();
      for (const c of part) if (c === '\n') paragraphs.push([]);
    }
  }
  closeWord();
  return paragraphs;
}

/** A letter with the marks that stand on it. */
const CLUSTER = /\P{M}\p{M}*/u;
const CLUSTERS = /\P{M}\p{M}*/gu;

class Filler {
  readonly #lines: Line[] = [];
  readonly #width: number;
  readonly #measure: Measure;
  #pieces: Piece[] = [];
  #used = 0;
  #room: number;

  constructor(width: number, measure: Measure, firstIndent: number) {
    this.#width = width;
    this.#measure = measure;
    this.#room = width - firstIndent;
  }

  add(word: Word): void {
    const wide = word.reduce((sum, piece) => sum + piece.width, 0);
    const space = this.#pieces.length > 0 ? this.#measure(' ', 'regular') : 0;
    if (this.#used + space + wide <= this.#room) this.#put(word, space);
    else if (wide <= this.#width) {
      this.#close(false);
      this.#put(word, 0);
    } else this.#cut(word, space);
  }

  finish(): Line[] {
    this.#close(true);
    return this.#lines;
  }

  #put(word: Word, space: number): void {
    if (space > 0) this.#pieces.push({ text: ' ', style: 'regular', width: space });
    this.#pieces.push(...word);
    this.#used += space + word.reduce((sum, piece) => sum + piece.width, 0);
  }

  /** A word that fits no line: character by character (marks stay with their letter). */
  #cut(word: Word, space: number): void {
    const first = word[0]?.text.match(CLUSTER)?.[0] ?? '';
    const step = this.#measure(first, word[0]?.style ?? 'regular');
    if (this.#pieces.length > 0 && this.#used + space + step > this.#room) this.#close(false);
    else if (this.#pieces.length > 0) this.#put([], space);
    for (const { text, style } of word) {
      let part = '';
      let width = 0;
      for (const cluster of text.match(CLUSTERS) ?? [text]) {
        const step = this.#measure(cluster, style);
        if (this.#used + width + step > this.#room && (part !== '' || this.#pieces.length > 0)) {
          if (part !== '') this.#put([{ text: part, style, width }], 0);
          this.#close(false, false);
          part = '';
          width = 0;
        }
        part += cluster;
        width += step;
      }
      if (part !== '') this.#put([{ text: part, style, width }], 0);
    }
  }

  #close(end: boolean, spaced = true): void {
    const pieces = this.#pieces;
    if (!end && pieces.length === 0 && this.#room === this.#width) return;
    const trailing = !end && spaced ? [{ text: ' ', style: 'regular' as const, width: 0 }] : [];
    this.#lines.push({ pieces: merged([...pieces, ...trailing]), width: this.#used, end });
    this.#pieces = [];
    this.#used = 0;
    this.#room = this.#width;
  }
}

/** Neighbours of one style become one piece; a space takes the style before it. */
function merged(pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out.at(-1);
    if (last && (last.style === piece.style || piece.text === ' ')) {
      out[out.length - 1] = {
        text: last.text + piece.text,
        style: last.style,
        width: last.width + piece.width,
      };
    } else out.push(piece);
  }
  return out;
}
