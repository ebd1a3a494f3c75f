// Numbers, dates and sums said in Vietnamese words, as official papers want them beside the figures.

const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
const SCALES = ['', ' nghìn', ' triệu'] as const;
const BILLION = 1_000_000_000;

/** A whole number ≥ 0 in words: 2024 → "hai nghìn không trăm hai mươi tư". */
export function numberWords(n: number): string {
  if (n === 0) return DIGITS[0];
  const billions = Math.floor(n / BILLION);
  const rest = n % BILLION;
  const head = billions > 0 ? `${numberWords(billions)} tỷ` : '';
  return [head, belowBillion(rest, billions > 0)].filter(Boolean).join(' ');
}

/** An ISO day in words: "Ngày hai mươi bảy, tháng ba, năm hai nghìn không trăm hai mươi tư". */
export function dateWords(iso: string): string {
  const [year, month, day] = iso.split('-').map(Number);
  const parts = [`năm ${numberWords(year!)}`];
  if (month) parts.unshift(`tháng ${month === 4 ? 'tư' : numberWords(month)}`);
  if (day) parts.unshift(`ngày ${numberWords(day)}`);
  return capital(parts.join(', '));
}

/** A sum in words: "Một trăm triệu đồng". */
export function moneyWords(amount: number): string {
  return `${capital(numberWords(amount))} đồng`;
}

function belowBillion(n: number, continued: boolean): string {
  const groups = [Math.floor(n / 1_000_000), Math.floor(n / 1000) % 1000, n % 1000];
  const said: string[] = [];
  groups.forEach((group, index) => {
    if (group === 0) return;
    said.push(`${threeDigits(group, continued || said.length > 0)}${SCALES[2 - index]}`);
  });
  return said.join(' ');
}

/** `full`: hundreds are said even when zero, because something stands before. */
function threeDigits(n: number, full: boolean): string {
  const hundreds = Math.floor(n / 100);
  const tail = n % 100;
  const head = hundreds > 0 || full ? `${DIGITS[hundreds]} trăm` : '';
  if (tail === 0) return head;
  const linked = head && tail < 10 ? 'linh ' : '';
  return [head, linked + twoDigits(tail)].filter(Boolean).join(' ');
}

function twoDigits(n: number): string {
  const tens = Math.floor(n / 10);
  const units = n % 10;
  if (tens === 0) return DIGITS[units]!;
  const head = tens === 1 ? 'mười' : `${DIGITS[tens]} mươi`;
  if (units === 0) return head;
  if (units === 5) return `${head} lăm`;
  if (tens > 1 && units === 1) return `${head} mốt`;
  if (tens > 1 && units === 4) return `${head} tư`;
  return `${head} ${DIGITS[units]}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
