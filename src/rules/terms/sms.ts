// What a text costs on a phone network: its alphabet and its number of parts, and how to make it plain enough for one.
import { unaccent } from '../kernel/index.ts';

export interface SmsSize {
  readonly encoding: 'GSM7' | 'UCS2';
  readonly parts: number;
}

// GSM 03.38 basic alphabet; the escape character itself is no letter.
const BASIC = new Set(
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà',
);
// The extension table: an escape and a letter, two septets that may not be torn apart.
const EXTENDED = new Set('\f^{}\\[~]|€');

const GSM7 = { alone: 160, joined: 153 };
const UCS2 = { alone: 70, joined: 67 };

function septets(text: string): number[] | null {
  const costs: number[] = [];
  for (const char of text) {
    if (BASIC.has(char)) costs.push(1);
    else if (EXTENDED.has(char)) costs.push(2);
    else return null;
  }
  return costs;
}

function partsOf(
  costs: readonly number[],
  limit: { readonly alone: number; readonly joined: number },
): number {
  if (costs.reduce((sum, cost) => sum + cost, 0) <= limit.alone) return 1;
  let parts = 1;
  let used = 0;
  for (const cost of costs) {
    if (used + cost > limit.joined) {
      parts += 1;
      used = 0;
    }
    used += cost;
  }
  return parts;
}

/**
 * The alphabet a text travels in and the messages it is charged as, in NFC. GSM 03.38: 160 septets alone, 153 a
 * part; UCS-2: 70 units alone, 67 a part. A part never ends inside an escape pair or a surrogate pair.
 */
export function smsParts(text: string): SmsSize {
  const composed = text.normalize('NFC');
  const costs = septets(composed);
  if (costs) return { encoding: 'GSM7', parts: partsOf(costs, GSM7) };
  return {
    encoding: 'UCS2',
    parts: partsOf(
      Array.from(composed, (char) => char.length),
      UCS2,
    ),
  };
}

// Signs that alone would make the whole message UCS-2, or that cost two septets.
const PLAIN_SIGNS: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '–': '-',
  '—': '-',
  '‐': '-',
  '‑': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '·': '-',
  '×': 'x',
  '÷': '/',
  '₫': 'd',
  '€': 'EUR',
  '→': '->',
  '½': '1/2',
  Ð: 'D',
  ð: 'd',
};

function asciiOf(char: string): string {
  if (/^[\n\x20-\x7e]$/u.test(char)) return PLAIN_SIGNS[char] ?? char;
  const sign = PLAIN_SIGNS[char];
  if (sign !== undefined) return sign;
  if (/^[\p{Zs}\t]$/u.test(char)) return ' ';
  const compatible = unaccent(char.normalize('NFKD'));
  if (/^[\x20-\x7e]+$/u.test(compatible)) return compatible;
  return /^[\p{L}\p{N}]$/u.test(char) ? '?' : '';
}

/**
 * A text in plain ASCII: marks taken off, đ as d, dashes, quotation marks and special spaces made plain.
 * Letters of other scripts become `?`; pictures and control characters are left out. Always GSM 03.38.
 */
export function unaccentForSms(text: string): string {
  return Array.from(unaccent(text.replace(/\r\n?/gu, '\n')), asciiOf).join('');
}

/**
 * The text itself, when it is one message and no more.
 * @throws RangeError when it would be sent as several parts
 */
export function oneSmsPart(text: string): string {
  const composed = text.normalize('NFC');
  const { encoding, parts } = smsParts(composed);
  if (parts !== 1) throw new RangeError(`Tin nhắn cần ${parts} phần (${encoding}), phải gọn trong một phần.`);
  return composed;
}
