// The values a PDF is written in, read out of its bytes (ISO 32000-1, 7.2 and 7.3). Reads what readers read, mistakes included.

/** `/Name`, with `#4a` and its like undone: two spellings of a name are one name. */
export interface PdfName {
  readonly name: string;
}
export interface PdfRef {
  readonly ref: number;
}
/** Bytes as Latin-1. */
export interface PdfString {
  readonly bytes: string;
}
export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue =
  | number
  | boolean
  | null
  | PdfName
  | PdfRef
  | PdfString
  | readonly PdfValue[]
  | PdfDictionary;

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);
export const nameOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'name' in value ? value.name : undefined;
export const refOf = (value: PdfValue | undefined): number | undefined =>
  typeof value === 'object' && value !== null && 'ref' in value ? value.ref : undefined;
export const stringOf = (value: PdfValue | undefined): string | undefined =>
  typeof value === 'object' && value !== null && 'bytes' in value ? value.bytes : undefined;

/** Deeper than any document nests; a file made to exhaust us ends here. */
const DEEPEST = 200;

const isSpace = (code: number) =>
  code === 32 || code === 10 || code === 13 || code === 9 || code === 12 || code === 0;
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const STRING_END = /[()\\]/g;

/** Reads values one after another from text that holds a PDF's bytes as Latin-1. */
export class ValueReader {
  at: number;
  readonly #text: string;
  #depth = 0;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.at = at;
  }

  /** The next value; undefined where none begins: at a keyword, which is passed over, a stray closing sign or the end. */
  next(): PdfValue | undefined {
    this.skipSpace();
    const sign = this.#text[this.at];
    if (sign === '/') return this.#name();
    if (sign === '(') return this.#string();
    if (sign === '<') return this.#text[this.at + 1] === '<' ? this.#dictionary() : this.#hex();
    if (sign === '[') return this.#array();
    if (sign === undefined) return undefined;
    if (')>]{}'.includes(sign)) {
      this.at += 1;
      return undefined;
    }
    return this.#word();
  }

  /** The word that comes next, unread. */
  peekWord(): string {
    this.skipSpace();
    return this.#regular(this.at);
  }

  skipSpace(): void {
    for (;;) {
      while (isSpace(this.#text.charCodeAt(this.at))) this.at += 1;
      if (this.#text[this.at] !== '%') return;
      while (this.at < this.#text.length && !/[\r\n]/u.test(this.#text[this.at] as string)) this.at += 1;
    }
  }

  get ended(): boolean {
    return this.at >= this.#text.length;
  }

  #regular(from: number): string {
    REGULAR.lastIndex = from;
    return REGULAR.exec(this.#text)?.[0] ?? '';
  }

  #name(): PdfName {
    const raw = this.#regular(this.at + 1);
    this.at += 1 + raw.length;
    const name = raw.replace(/#([0-9A-Fa-f]{2})/gu, (_all, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
    return { name };
  }

  #word(): PdfValue | undefined {
    REFERENCE.lastIndex = this.at;
    const reference = REFERENCE.exec(this.#text);
    if (reference) {
      this.at = REFERENCE.lastIndex;
      return { ref: Number(reference[1]) };
    }
    const word = this.#regular(this.at);
    this.at += Math.max(1, word.length);
    if (/^[+-]*(?:\d+\.?\d*|\.\d+)/u.test(word))
      return Number.parseFloat(word.replace(/^[+-]*(?=[+-])/u, ''));
    if (word === 'true' || word === 'false') return word === 'true';
    return word === 'null' ? null : undefined;
  }

  #string(): PdfString {
    const from = this.at + 1;
    let open = 1;
    STRING_END.lastIndex = from;
    for (let found = STRING_END.exec(this.#text); found; found = STRING_END.exec(this.#text)) {
      if (found[0] === '\\') STRING_END.lastIndex += 1;
      else open += found[0] === '(' ? 1 : -1;
      if (open === 0) break;
    }
    this.at = open === 0 ? STRING_END.lastIndex : this.#text.length;
    return { bytes: unescaped(this.#text.slice(from, open === 0 ? this.at - 1 : this.at)) };
  }

  #hex(): PdfString {
    const end = this.#text.indexOf('>', this.at);
    const digits = this.#text.slice(this.at + 1, end < 0 ? undefined : end).replace(/[^0-9A-Fa-f]/gu, '');
    this.at = end < 0 ? this.#text.length : end + 1;
    return { bytes: Buffer.from(digits.length % 2 ? `${digits}0` : digits, 'hex').toString('latin1') };
  }

  #array(): readonly PdfValue[] {
    this.at += 1;
    const values: PdfValue[] = [];
    this.#inside(() => this.#until(']', (value) => values.push(value)));
    return values;
  }

  #dictionary(): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    let key: string | undefined;
    this.#inside(() =>
      this.#until('>', (value) => {
        const name = nameOf(value);
        if (key === undefined) key = name;
        else {
          entries.set(key, value);
          key = undefined;
        }
      }),
    );
    if (this.#text[this.at] === '>') this.at += 1;
    return entries;
  }

  /** Values up to the closing sign, or up to where the object can only have ended without it. */
  #until(close: string, take: (value: PdfValue) => void): void {
    for (;;) {
      this.skipSpace();
      if (this.ended) return;
      if (this.#text[this.at] === close) {
        this.at += 1;
        return;
      }
      const before = this.at;
      const value = this.next();
      if (value !== undefined) take(value);
      else if (/^(?:endobj|stream|endstream|xref)/u.test(this.#text.slice(before, before + 9))) {
        this.at = before;
        return;
      }
    }
  }

  #inside(work: () => void): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new RangeError('a PDF value nests too deep');
    work();
    this.#depth -= 1;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** 7.3.4.2: `\ddd` in octal, a line broken by `\`, and the letters. */
function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\([0-7]{1,3}|\r\n|[\s\S])/gu, (_all, sign: string) => {
    if (/^[0-7]/u.test(sign)) return String.fromCharCode(Number.parseInt(sign, 8) & 255);
    if (/^[\r\n]/u.test(sign)) return '';
    return ESCAPES[sign] ?? sign;
  });
}
