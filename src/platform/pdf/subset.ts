// The part of a TrueType font that a paper carries: its glyphs, and the tables that PDF asks for. Copied from the font's bytes; the parser's own way
// takes each glyph apart and puts each table together number by number, a quarter of what a paper cost. The bytes are the same as the parser's.

/** What is used of an opened font. */
export interface SubsetFont {
  readonly stream: { readonly buffer: Uint8Array };
  readonly directory: {
    readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
  };
  readonly loca: { readonly offsets: readonly number[]; readonly version: number };
  readonly hhea: { readonly numberOfMetrics: number };
}

/** What pdfkit asks of a subset. */
export interface Subset {
  /** @returns the glyph's number in the subset */
  includeGlyph(glyph: number): number;
  encode(): Uint8Array;
}

interface Part {
  readonly glyphID: number;
  /** Where its number stands in the glyph's bytes. */
  readonly at: number;
}

interface Outline {
  readonly bytes: Uint8Array;
  readonly parts: readonly Part[];
  readonly advance: number;
  readonly bearing: number;
}

const TABLES = ['head', 'hhea', 'loca', 'maxp', 'cvt ', 'prep', 'glyf', 'hmtx', 'fpgm'];

/** @returns a maker of subsets; outlines are read once for all of them */
export function subsetsOf(font: SubsetFont): () => Subset {
  const outlines = new Map<number, Outline>();
  const outline = (glyph: number) => {
    const known = outlines.get(glyph) ?? readOutline(font, glyph);
    outlines.set(glyph, known);
    return known;
  };
  return () => new FontSubset(font, outline);
}

class FontSubset implements Subset {
  readonly #font: SubsetFont;
  readonly #outline: (glyph: number) => Outline;
  readonly #numbers = new Map<number, number>();

  constructor(font: SubsetFont, outline: (glyph: number) => Outline) {
    this.#font = font;
    this.#outline = outline;
    // The sign for what is missing is always the first.
    this.includeGlyph(0);
  }

  includeGlyph(glyph: number): number {
    const number = this.#numbers.get(glyph) ?? this.#numbers.size;
    this.#numbers.set(glyph, number);
    return number;
  }

  encode(): Uint8Array {
    const outlines: Outline[] = [];
    // A map is walked to its end, also where parts are added on the way.
    for (const glyph of this.#numbers.keys()) outlines.push(this.#numbered(this.#outline(glyph)));
    const { loca, directory } = this.#font;
    const made: Record<string, Uint8Array> = {
      head: patched(this.#table('head'), 50, loca.version),
      hhea: patched(this.#table('hhea'), 34, outlines.length),
      maxp: patched(this.#table('maxp'), 4, outlines.length),
      loca: locaOf(outlines, loca.version),
      glyf: Buffer.concat(outlines.map(({ bytes }) => bytes)),
      hmtx: hmtxOf(outlines),
    };
    return fontFile(
      TABLES.filter((tag) => directory.tables[tag]).map((tag) => [tag, made[tag] ?? this.#table(tag)]),
    );
  }

  /** A glyph made of others names them by their numbers in the subset. */
  #numbered(outline: Outline): Outline {
    if (outline.parts.length === 0) return outline;
    const bytes = Uint8Array.from(outline.bytes);
    for (const { glyphID, at } of outline.parts) viewOf(bytes).setUint16(at, this.includeGlyph(glyphID));
    return { ...outline, bytes };
  }

  #table(tag: string): Uint8Array {
    return tableOf(this.#font, tag);
  }
}

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function tableOf({ stream, directory }: SubsetFont, tag: string): Uint8Array {
  const table = directory.tables[tag];
  if (!table) throw new Error(`the font has no table ${tag}`);
  return stream.buffer.subarray(table.offset, table.offset + table.length);
}

function patched(table: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(table);
  viewOf(copy).setUint16(at, value);
  return copy;
}

function readOutline(font: SubsetFont, glyph: number): Outline {
  const { offsets } = font.loca;
  const bytes = tableOf(font, 'glyf').subarray(offsets[glyph], offsets[glyph + 1]);
  const metrics = viewOf(tableOf(font, 'hmtx'));
  const whole = font.hhea.numberOfMetrics;
  return {
    bytes,
    parts: partsOf(bytes),
    advance: metrics.getUint16(Math.min(glyph, whole - 1) * 4),
    bearing: metrics.getInt16(glyph < whole ? glyph * 4 + 2 : whole * 4 + (glyph - whole) * 2),
  };
}

const WORDS = 0x1;
const SCALE = 0x8;
const MORE = 0x20;
const TWO_SCALES = 0x40;
const TWO_BY_TWO = 0x80;

/** The glyphs that a composite is made of (OpenType, table glyf): flags, glyph, place, then a scale of one, two or four numbers. */
function partsOf(bytes: Uint8Array): Part[] {
  if (bytes.length === 0) return [];
  const view = viewOf(bytes);
  if (view.getInt16(0) >= 0) return [];
  const parts: Part[] = [];
  for (let at = 10, flags = MORE; flags & MORE; ) {
    flags = view.getUint16(at);
    parts.push({ glyphID: view.getUint16(at + 2), at: at + 2 });
    at += 4 + (flags & WORDS ? 4 : 2);
    if (flags & SCALE) at += 2;
    else if (flags & TWO_SCALES) at += 4;
    else if (flags & TWO_BY_TWO) at += 8;
  }
  return parts;
}

/** Where each glyph begins, and the end: in halves when the font says so. */
function locaOf(outlines: readonly Outline[], version: number): Uint8Array {
  const bytes = new Uint8Array((outlines.length + 1) * (version === 0 ? 2 : 4));
  const view = viewOf(bytes);
  let offset = 0;
  for (let at = 0; at <= outlines.length; at += 1) {
    if (version === 0) view.setUint16(at * 2, offset >>> 1);
    else view.setUint32(at * 4, offset);
    offset += outlines[at]?.bytes.length ?? 0;
  }
  return bytes;
}

function hmtxOf(outlines: readonly Outline[]): Uint8Array {
  const bytes = new Uint8Array(outlines.length * 4);
  const view = viewOf(bytes);
  outlines.forEach(({ advance, bearing }, at) => {
    view.setUint16(at * 4, advance);
    view.setInt16(at * 4 + 2, bearing);
  });
  return bytes;
}

function fontFile(tables: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const head = Buffer.alloc(12 + tables.length * 16);
  const power = Math.floor(Math.log2(tables.length));
  head.write('true', 0, 'latin1');
  head.writeUInt16BE(tables.length, 4);
  head.writeUInt16BE(2 ** power * 16, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((tables.length - 2 ** power) * 16, 10);
  let offset = head.length;
  tables.forEach(([tag, bytes], at) => {
    // The second number, a checksum, is left 0.
    head.write(tag, 12 + at * 16, 'latin1');
    head.writeUInt32BE(offset, 20 + at * 16);
    head.writeUInt32BE(bytes.length, 24 + at * 16);
    offset += bytes.length;
  });
  return Buffer.concat([head, ...tables.map(([, bytes]) => bytes)]);
}
