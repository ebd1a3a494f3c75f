// The schema that a definition's file is held to, made from the shapes that the rules of forms declare; it speaks to the author.
import { z } from 'zod';
import { shapes } from '../../../platform/data/index.ts';
import { meant } from '../../../rules/forms/author/index.ts';
import { type Shape, type Shapes, strangeCharacters } from '../../../rules/forms/index.ts';
import { conditionSchema } from './condition-schema.ts';
import { is, unknownMembers } from './schema-words.ts';

/** A schema for one shape. Messages follow the name of what is wrong: "“label” …". */
export function schemaOf(shape: Shape): z.ZodType {
  if (typeof shape === 'string') return PLAIN[shape];
  if ('oneOf' in shape) return oneOf(shape.oneOf);
  if ('list' in shape) return list(schemaOf(shape.list), shape.least ?? 0);
  if ('members' in shape) return members(shape.members);
  if ('orNull' in shape) return schemaOf(shape.orNull).nullable();
  if ('fieldOf' in shape) return PLAIN.key;
  return byMember(shape.by, shape.cases);
}

const text = z
  .string(is('là chữ, đặt trong ngoặc kép'))
  .refine((value) => value.trim() !== '', 'không được để trống.')
  .refine((value) => value === value.normalize('NFC'), 'phải gõ bằng bảng mã Unicode dựng sẵn (NFC).')
  .superRefine((value, ctx) => {
    const strange = strangeCharacters(value);
    if (strange.length > 0) ctx.addIssue(`có ký tự không in được trên giấy: ${strange.join(' ')}`);
  });

const PLAIN: Readonly<Record<Extract<Shape, string>, z.ZodType>> = {
  text,
  flag: z.boolean(is('là true hoặc false')),
  count: z.int(is('là số nguyên')).min(0, 'phải là số nguyên từ 0.'),
  integer: z.int(is('là số nguyên')),
  day: z.iso.date(is('là ngày viết như 2026-11-29')),
  key: z
    .string(is('là chữ, đặt trong ngoặc kép'))
    .regex(
      /^[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*$/u,
      'chỉ gồm chữ cái không dấu, chữ số, dấu chấm và gạch nối.',
    ),
  pattern: text.refine(isPattern, 'không phải là mẫu (biểu thức chính quy) đọc được.'),
  condition: conditionSchema,
};

function isPattern(source: string): boolean {
  try {
    new RegExp(source, 'iu');
    return true;
  } catch {
    return false;
  }
}

function oneOf(values: readonly string[]): z.ZodType {
  return z.enum(values, {
    error: (wrong) => {
      if (wrong.input === undefined) return 'bị thiếu.';
      const allowed = shapes.withMarks(`chỉ có thể là ${values.join(', ')}`, wrong);
      return `${allowed}.${typeof wrong.input === 'string' ? meant(wrong.input, values) : ''}`;
    },
  });
}

function list(item: z.ZodType, least: number): z.ZodType {
  return z.array(item, is('là danh sách trong ngoặc vuông [ ]')).min(least, 'không được để trống.');
}

function members(shapes: Shapes): z.ZodType {
  const names = Object.keys(shapes).map((name) => name.replace(/\?$/u, ''));
  return z.strictObject(fieldsOf(shapes), unknownMembers(names));
}

function fieldsOf(shapes: Shapes): Record<string, z.ZodType> {
  return Object.fromEntries(
    Object.entries(shapes).map(([name, shape]) =>
      name.endsWith('?') ? [name.slice(0, -1), schemaOf(shape).optional()] : [name, schemaOf(shape)],
    ),
  );
}

/** Which members there may be is told by one of them; that one is looked at first, for the others follow from it. */
function byMember(by: string, cases: Readonly<Record<string, Shapes>>): z.ZodType {
  const schemas = new Map(
    Object.entries(cases).map(([name, shapes]) => [name, members({ [by]: { oneOf: [name] }, ...shapes })]),
  );
  const known = oneOf(Object.keys(cases));
  return z
    .record(z.string(), z.unknown(), is('là nhóm mục trong ngoặc nhọn { }'))
    .superRefine((value, ctx) => {
      const name = value[by];
      const schema = typeof name === 'string' ? schemas.get(name) : undefined;
      const read = schema ? schema.safeParse(value) : z.object({ [by]: known }).safeParse(value);
      for (const { path, message } of read.error?.issues ?? [])
        ctx.addIssue({ code: 'custom', path, message });
    });
}
