// An amount of money as a receipt writes it out, so that no digit can be changed unseen: "Tám nghìn đồng".

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const BILLION = 1_000_000_000;

/**
 * `15.000` đồng: "Mười lăm nghìn đồng".
 * @throws RangeError when the amount is not a whole number of đồng from 0
 */
export function amountInWords(amount: number): string {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not an amount of money: ${amount}`);
  const words = amount === 0 ? 'không' : read(amount, false).join(' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} đồng`;
}

/** @param after something greater was read before: hundreds that are none are said too ("không trăm linh năm") */
function read(n: number, after: boolean): string[] {
  if (n >= BILLION) {
    const rest = n % BILLION;
    return [...read(Math.floor(n / BILLION), after), 'tỷ', ...(rest > 0 ? read(rest, true) : [])];
  }
  const words: string[] = [];
  const groups = [
    [Math.floor(n / 1_000_000), 'triệu'],
    [Math.floor(n / 1000) % 1000, 'nghìn'],
    [n % 1000, ''],
  ] as const;
  for (const [value, unit] of groups) {
    if (value === 0) continue;
    words.push(...threeDigits(value, after || words.length > 0));
    if (unit) words.push(unit);
  }
  return words;
}

function threeDigits(value: number, after: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const ones = value % 10;
  const words: string[] = [];
  if (hundreds > 0 || after) words.push(digit(hundreds), 'trăm');
  if (tens === 0 && ones > 0 && words.length > 0) words.push('linh');
  if (tens === 1) words.push('mười');
  if (tens > 1) words.push(digit(tens), 'mươi');
  if (ones > 0) words.push(lastDigit(ones, tens));
  return words;
}

/** One after a ten is "mốt", five is "lăm". */
function lastDigit(ones: number, tens: number): string {
  if (ones === 1 && tens > 1) return 'mốt';
  if (ones === 5 && tens > 0) return 'lăm';
  return digit(ones);
}

function digit(value: number): string {
  return DIGITS[value] ?? '';
}
