// One paper being written from top to bottom: cursor, page breaks, faces, and for every text a structure tag, so that
// a screen reader reads the paper in order. Whatever is only drawn (rules, boxes) is marked as an artifact.
import { breakLines, type Line, type Piece, type Rich, type Style } from './lines.ts';
import type { Face } from './typeface.ts';

export interface PageSetup {
  readonly size: 'A4' | 'A5';
  /** Millimetres. */
  readonly margins: {
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
    readonly left: number;
  };
  /** Points. */
  readonly bodySize: number;
}

/** A4 with the margins of NĐ 30/2020, Phụ lục I (20-25, 15-20, 20-25, 30-35 mm). */
export const A4: PageSetup = {
  size: 'A4',
  margins: { top: 20, right: 15, bottom: 20, left: 30 },
  bodySize: 11,
};

/** A5, the size of the older one-stop slips. */
export const A5: PageSetup = {
  size: 'A5',
  margins: { top: 11, right: 10, bottom: 12, left: 14 },
  bodySize: 8,
};

export type Align = 'left' | 'center' | 'right' | 'justify';
export type Tag = 'P' | 'H1' | 'H2' | 'H3' | 'Lbl' | 'LBody' | 'TH' | 'TD' | 'Span' | 'Caption' | 'Note';
type GroupTag = 'Sect' | 'Table' | 'TR' | 'L' | 'LI' | 'Figure' | Tag;
export type Element = PDFKit.PDFStructureElement;

export interface ParagraphOptions {
  readonly tag?: Tag;
  readonly align?: Align;
  /** Points; the paper's body size when absent. */
  readonly size?: number;
  /** Style of plain text. */
  readonly style?: Style;
  /** Indent of the first line, points. */
  readonly indent?: number;
  /** Space after, points. */
  readonly after?: number;
  /** Left edge and width, points; the whole text width when absent. */
  readonly x?: number;
  readonly width?: number;
  readonly lineHeight?: number;
  readonly family?: 'serif' | 'sans';
}

export const mm = (n: number): number => (n * 72) / 25.4;
const ASCENT = 1.02;
/** Line height in sizes: room for two marks over a capital. */
export const LEADING = 1.34;

export class Sheet {
  readonly pdf: PDFKit.PDFDocument;
  readonly setup: PageSetup;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** The next free line, points from the top of the page. */
  y: number;
  readonly #stack: Element[] = [];

  constructor(pdf: PDFKit.PDFDocument, setup: PageSetup) {
    this.pdf = pdf;
    this.setup = setup;
    pdf.addPage();
    this.left = mm(setup.margins.left);
    this.right = pdf.page.width - mm(setup.margins.right);
    this.top = mm(setup.margins.top);
    this.bottom = pdf.page.height - mm(setup.margins.bottom);
    this.y = this.top;
    const root = pdf.struct('Document');
    pdf.addStructure(root);
    this.#stack.push(root);
  }

  get width(): number {
    return this.right - this.left;
  }

  /** Millimetres of air. */
  space(millimetres: number): void {
    this.y += mm(millimetres);
  }

  /** Room left on this page, points. */
  get room(): number {
    return this.bottom - this.y;
  }

  /** Begins a new page unless `points` still fit on this one. */
  keep(points: number): void {
    if (this.room < points && this.y > this.top) this.newPage();
  }

  newPage(): void {
    this.pdf.addPage();
    this.y = this.top;
  }

  /** Everything that `write` writes becomes a child of a new structure element. */
  group(
    tag: GroupTag,
    write: (element: Element) => void,
    options: { alt?: string; scope?: string } = {},
  ): void {
    const element = this.element(tag, options);
    this.#stack.push(element);
    write(element);
    this.#stack.pop();
    element.end();
  }

  /** A new child of the current element, for content drawn by hand; the caller ends it. */
  element(tag: GroupTag, options: { alt?: string; scope?: string } = {}): Element {
    const known: { alt?: string; scope?: string } = { ...options };
    const element = this.pdf.struct(tag, known);
    this.#stack.at(-1)?.add(element);
    return element;
  }

  /** Drawing without meaning: rules, boxes, dots. */
  decoration(draw: (pdf: PDFKit.PDFDocument) => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type });
    this.pdf.save();
    draw(this.pdf);
    this.pdf.restore();
    this.pdf.endMarkedContent();
  }

  /** A straight rule. Points. */
  rule(x1: number, y1: number, x2: number, y2: number, thickness = 0.6): void {
    this.decoration((pdf) => pdf.lineWidth(thickness).moveTo(x1, y1).lineTo(x2, y2).stroke('#000000'));
  }

  measure(size: number, family: 'serif' | 'sans' = 'serif'): (text: string, style: Style) => number {
    return (text, style) => this.pdf.font(faceFor(family, style), size).widthOfString(text);
  }

  /** Lines of a text at a width, and their height each. */
  layout(rich: Rich, options: ParagraphOptions = {}): { lines: Line[]; lineHeight: number } {
    const size = options.size ?? this.setup.bodySize;
    const measure = this.measure(size, options.family);
    const lines = breakLines(
      styled(rich, options.style),
      options.width ?? this.width,
      measure,
      options.indent ?? 0,
    );
    return { lines, lineHeight: size * (options.lineHeight ?? LEADING) };
  }

  /** Height in points that a paragraph will take, without its space after. */
  heightOf(rich: Rich, options: ParagraphOptions = {}): number {
    const { lines, lineHeight } = this.layout(rich, options);
    return lines.length * lineHeight;
  }

  /**
   * Writes a paragraph, over as many pages as it needs; never leaves one single line behind on either page.
   * @throws MissingGlyph when a character cannot be drawn
   */
  paragraph(rich: Rich, options: ParagraphOptions = {}): void {
    const { lines, lineHeight } = this.layout(rich, options);
    const element = this.element(options.tag ?? 'P');
    let from = 0;
    while (from < lines.length) {
      const fit = this.#linesThatFit(lines.length - from, lineHeight);
      if (fit === 0) {
        this.newPage();
        continue;
      }
      const chunk = lines.slice(from, from + fit);
      element.add(() =>
        this.drawLines(chunk, lineHeight, { ...options, indent: from === 0 ? options.indent : 0 }),
      );
      from += fit;
    }
    element.end();
    this.y += options.after ?? 0;
  }

  #linesThatFit(wanted: number, lineHeight: number): number {
    const fit = Math.min(wanted, Math.max(0, Math.floor((this.room + 0.01) / lineHeight)));
    if (this.y <= this.top + 0.01) return Math.max(1, fit);
    if (fit === wanted) return fit;
    if (wanted - fit === 1 && fit > 2) return fit - 1;
    return fit < 2 ? 0 : fit;
  }

  /** Draws lines at the cursor and moves it; inside a marked content only. */
  drawLines(lines: readonly Line[], lineHeight: number, options: ParagraphOptions = {}): void {
    const size = options.size ?? this.setup.bodySize;
    const left = options.x ?? this.left;
    const width = options.width ?? this.width;
    lines.forEach((line, index) => {
      const indent = index === 0 ? (options.indent ?? 0) : 0;
      const slack = width - indent - line.width;
      const baseline = this.y + (lineHeight - size * 1.25) / 2 + size * ASCENT;
      const start = left + indent + shift(options.align ?? 'left', slack);
      const stretch = options.align === 'justify' && !line.end ? slack / Math.max(1, gapsOf(line)) : 0;
      this.#drawLine(line.pieces, start, baseline, size, options.family ?? 'serif', stretch);
      this.y += lineHeight;
    });
  }

  #drawLine(
    pieces: readonly Piece[],
    x: number,
    baseline: number,
    size: number,
    family: 'serif' | 'sans',
    stretch: number,
  ): void {
    let at = x;
    for (const piece of pieces) {
      this.pdf.font(faceFor(family, piece.style), size).fillColor('#000000');
      const parts = stretch > 0 ? (piece.text.match(/[^ ]+ ?| /gu) ?? []) : [piece.text];
      for (const part of parts) {
        this.pdf.text(part, at, baseline, { lineBreak: false, baseline: 'alphabetic' });
        at += parts.length === 1 ? piece.width : this.pdf.widthOfString(part);
        if (part.endsWith(' ')) at += stretch;
      }
    }
  }

  /** Ends the structure; called once, by the renderer. */
  finish(): void {
    this.#stack[0]?.end();
  }
}

function shift(align: Align, slack: number): number {
  if (align === 'center') return slack / 2;
  return align === 'right' ? slack : 0;
}

function gapsOf(line: Line): number {
  return line.pieces.reduce((sum, piece) => sum + (piece.text.match(/ /gu)?.length ?? 0), 0) - 1;
}

function styled(rich: Rich, style: Style | undefined): Rich {
  return typeof rich === 'string' && style ? [{ text: rich, style }] : rich;
}

function faceFor(family: 'serif' | 'sans', style: Style): Face {
  if (style === 'bold') return family === 'sans' ? 'sans-bold' : 'serif-bold';
  return family === 'sans' ? 'sans' : style === 'italic' ? 'serif-italic' : 'serif';
}
