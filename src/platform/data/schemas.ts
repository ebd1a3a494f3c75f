// The schemas of data files; each message follows the name of the field: "days[3].kind: bị thiếu, chỉ có thể là …"
import { z } from 'zod';
import type { Path } from './fault.ts';

interface Wrong {
  readonly code: string;
  readonly input?: unknown;
  readonly keys?: readonly string[];
  /** The type that is meant. */
  readonly expected?: unknown;
  /** The values that are meant. */
  readonly values?: readonly unknown[];
}

/** What a schema says of a value that is missing or of another type. @param what it has to be: "true hoặc false" */
export function is(what: string) {
  return says(`phải là ${what}`);
}

function says(allowed: string) {
  return {
    error: (wrong: Wrong) =>
      wrong.input === undefined ? `bị thiếu, ${allowed}.` : `${withMarks(allowed, wrong)}.`,
  };
}

/** What is meant, and that it wants quotation marks when it came as a number, or none when it came as text. */
export function withMarks(allowed: string, { input, expected, values = [] }: Wrong): string {
  const types = [expected, ...values.map((value) => typeof value)];
  const isBare = typeof input === 'number' || typeof input === 'boolean';
  if (isBare && types.includes('string') && !allowed.includes('ngoặc kép'))
    return `${allowed}, đặt trong ngoặc kép`;
  const wantsBare = ['number', 'int', 'boolean'].some((type) => types.includes(type));
  return typeof input === 'string' && wantsBare ? `${allowed}, viết không có ngoặc kép` : allowed;
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: Path;
  readonly message: string;
}

/** What a schema found wrong, one sentence a place: what else is wrong there is seen when that is mended. */
export function faultsIn(issues: readonly Issue[]): { path: Path; what: string }[] {
  const told = new Set<string>();
  return issues
    .filter(({ code, path }) => {
      const place = code === 'unrecognized_keys' ? null : JSON.stringify(path);
      if (place === null) return true;
      return !told.has(place) && told.add(place);
    })
    .map(({ path, message }) => ({ path, what: message }));
}

/** Some words in NFC, not only white space. */
export const text = z
  .string(is('chữ, đặt trong ngoặc kép'))
  .refine((value) => value.trim() !== '', 'không được để trống.')
  .refine((value) => value === value.normalize('NFC'), 'phải gõ bằng bảng mã Unicode dựng sẵn (NFC).');

/** Some words, as they are. */
export const words = z.string(is('chữ, đặt trong ngoặc kép')).min(1, 'không được để trống.');

/** Words, or none. */
export const anyText = z.string(is('chữ, đặt trong ngoặc kép')).normalize();

/** "2026-11-29" */
export const day = z.iso.date(is('ngày viết như 2026-11-29'));

export const flag = z.boolean(is('true hoặc false'));

/** Whole đồng, 0 or more. */
export const dong = z
  .int(is('số tiền nguyên, tính bằng đồng'))
  .min(0, 'phải là số tiền từ 0 đồng.')
  .max(1_000_000_000_000, 'lớn quá một nghìn tỷ đồng.');

export const whole = z.int(is('số nguyên')).min(0, 'phải là số nguyên từ 0.');

/** Text of a shape. @param what it is, for the author: "mã BIN gồm 6 chữ số" */
export function shaped(pattern: RegExp, what: string) {
  return z.string(is(what)).regex(pattern, `phải là ${what}.`);
}

export function oneOf<const T extends readonly string[]>(values: T) {
  return z.enum(values, says(`chỉ có thể là ${values.join(', ')}`));
}

/** @param least rows at least @param most rows at most */
export function list<T extends z.ZodType>(item: T, least = 0, most = Number.POSITIVE_INFINITY) {
  return z
    .array(item, is('danh sách trong ngoặc vuông [ ]'))
    .refine((rows) => rows.length >= least, 'không được để trống.')
    .refine((rows) => rows.length <= most, `nhiều nhất ${most} dòng.`);
}

/** These members and no others. */
export function members<T extends z.ZodRawShape>(shape: T) {
  const group = is('nhóm mục trong ngoặc nhọn { }');
  return z.strictObject(shape, {
    error: (wrong: Wrong) =>
      wrong.keys ? `không có mục ${wrong.keys.map((key) => `“${key}”`).join(', ')}.` : group.error(wrong),
  });
}

/** What people note beside a row; nothing reads it. */
export const aside = z.unknown().optional();

/** First day in force, and the first no longer; without an end: until the next row of the same thing begins. */
export const dated = { from: day, to: day.nullish().transform((value) => value ?? null) } as const;
