// `search`: finds procedures by what people type, with the same index as the pages.
import { z } from 'zod';
import { dateOf } from '../../rules/kernel/index.ts';
import { buildIndex, CITIZEN_SYNONYMS, search } from '../../rules/terms/search.ts';
import { isAtLevel, LEVELS, procedureDoc } from '../../rules/terms/search-procedures.ts';
import { readReference } from './data-folder.ts';
import { lineByLine, questionOf } from './json-lines.ts';

const LEVEL = z.enum(LEVELS, { error: 'phải là commune, district, province hoặc ministry' });

const PROCEDURES = z.object({
  procedures: z.array(
    z.object({
      code: z.string().nullable(),
      name: z.string(),
      officialName2026: z.string().optional(),
      agencyLevel: LEVEL,
      agencyLevelSince20250701: z.array(LEVEL).nullable(),
      formerCodes: z.array(z.string()).optional(),
      keywords: z.array(z.string()).optional(),
      essential06: z.boolean(),
    }),
  ),
});

const QUESTION = z.object({
  q: z.string({ error: 'phải là câu cần tìm' }),
  level: LEVEL.nullish(),
  date: z.iso.date({ error: 'phải là ngày dạng 2026-11-23' }).nullish(),
  limit: z.int({ error: 'phải là số nguyên' }).min(1).max(1000).nullish(),
});

function index() {
  const { procedures: rows } = PROCEDURES.parse(readReference('procedures.json'));
  const docs = rows.map((row) =>
    procedureDoc({
      ...row,
      id: row.code ?? row.name,
      officialName: row.officialName2026,
      essential: row.essential06,
      atCommune: (row.agencyLevelSince20250701 ?? [row.agencyLevel]).includes('commune'),
      levels: { before: row.agencyLevel, since: row.agencyLevelSince20250701 },
    }),
  );
  return buildIndex(docs, CITIZEN_SYNONYMS);
}

/** `{q, level?, date?, limit?}` → `{q, hits: [{code, name, why}]}`, 20 hits at most unless told; the levels of today when no date is given. */
export const run = lineByLine(() => {
  const procedures = index();
  const today = dateOf(Temporal.Now.instant()).toString();
  return (line) => {
    const { q, level, date, limit } = questionOf(QUESTION, line);
    const hits = search(procedures, q, {
      limit: limit ?? 20,
      ...(level ? { filter: (doc) => isAtLevel(doc.procedure.levels, level, date ?? today) } : {}),
    });
    return { q, hits: hits.map(({ doc, why }) => ({ code: doc.procedure.code, name: doc.name, why })) };
  };
});
