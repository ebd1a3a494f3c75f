// The shape of a condition: what it says decides what else may stand in it.
import { z } from 'zod';
import type { Condition } from '../../../rules/forms/index.ts';
import { is, unknownMembers } from './schema-words.ts';

const name = z.string(is('là khóa của một câu hỏi')).min(1, 'không được để trống.');
const value = z.union([z.string(), z.number()], { error: 'chỉ gồm chữ hoặc số.' });

/** How an answer is compared, by the word that says it. */
const COMPARISONS = {
  equals: z.union([z.string(), z.number(), z.boolean()], { error: 'phải là chữ, số, true hoặc false.' }),
  in: z.array(value, is('là danh sách trong ngoặc vuông [ ]')).min(1, 'không được để trống.'),
  present: z.boolean(is('là true hoặc false')),
  atLeast: z.number(is('là số')),
  olderThanDays: z.int(is('là số ngày')).min(0, 'phải là số ngày từ 0.'),
} as const;

const inner: z.ZodType<Condition> = z.lazy(() => conditionSchema);
const several = z.array(inner, is('là danh sách trong ngoặc vuông [ ]')).min(1, 'không được để trống.');

const FORMS: Readonly<Record<string, Readonly<Record<string, z.ZodType>>>> = {
  and: { and: several },
  or: { or: several },
  not: { not: inner },
  anyRow: { anyRow: name, is: inner },
  ...Object.fromEntries(
    Object.entries(COMPARISONS).map(([word, schema]) => [
      word,
      { field: name, part: name.optional(), [word]: schema },
    ]),
  ),
};
const WORDS = Object.keys(FORMS);
const SCHEMAS = new Map(
  Object.entries(FORMS).map(([word, shape]) => [
    word,
    z.strictObject(shape, unknownMembers(Object.keys(shape))),
  ]),
);

export const conditionSchema: z.ZodType<Condition> = z
  .custom<Condition>((given) => typeof given === 'object' && given !== null && !Array.isArray(given), {
    error: ({ input }) => (input === undefined ? 'bị thiếu.' : 'phải là một điều kiện trong ngoặc nhọn { }.'),
  })
  .superRefine((given, ctx) => {
    const word = Object.keys(given).find((each) => SCHEMAS.has(each));
    const schema = word === undefined ? undefined : SCHEMAS.get(word);
    if (!schema) {
      ctx.addIssue(`không nói so sánh thế nào; phải có một trong ${WORDS.join(', ')}.`);
      return;
    }
    for (const { path, message } of schema.safeParse(given).error?.issues ?? [])
      ctx.addIssue({ code: 'custom', path, message });
  });
