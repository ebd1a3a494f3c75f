// `check`: is this number, name, date or code what it should be, and how is it written properly.
import { z } from 'zod';
import { check, isPaperKind, PAPER_KINDS } from '../../rules/papers/index.ts';
import { BadLine, lineByLine, questionOf } from './json-lines.ts';

const QUESTION = z.object({
  kind: z.string({ error: 'phải là tên một loại giấy tờ' }),
  in: z.string({ error: 'phải là chuỗi ký tự' }),
  ctx: z
    .object(
      {
        sex: z.string({ error: 'phải là nam hoặc nữ' }).nullish(),
        birthYear: z.int({ error: 'phải là một năm' }).nullish(),
        today: z.iso.date({ error: 'phải là ngày dạng 2026-11-23' }).nullish(),
      },
      { error: 'phải là đối tượng {sex, birthYear, today}' },
    )
    .nullish(),
});

/** `{kind, in, ctx?}` → `{ok, out, why}` */
export const run = lineByLine(() => (line) => {
  const { kind, in: text, ctx } = questionOf(QUESTION, line);
  if (!isPaperKind(kind)) throw new BadLine(`kind: phải là một trong ${PAPER_KINDS.join(', ')}`);
  const { ok, out, why } = check(kind, text, {
    sex: ctx?.sex ?? undefined,
    birthYear: ctx?.birthYear ?? undefined,
    today: ctx?.today ?? undefined,
  });
  return { ok, out, why };
});
