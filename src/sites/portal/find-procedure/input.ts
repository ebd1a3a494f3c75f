// The find page's question, as it stands in the address.
import { z } from 'zod';
import type { FindQuestion } from '../../../modules/catalogue/index.ts';
import { boxOf } from '../../../platform/http/index.ts';
import { MAX_QUESTION } from '../../../rules/terms/search-text.ts';

export const PAGE_SIZE = 20;
/** In characters: from here on a question is told that a few words find better. */
export const LONG_QUESTION = 200;

const schema = z.object({
  q: boxOf(MAX_QUESTION),
  cap: z.enum(['commune', 'district', 'province', 'ministry']).optional().catch(undefined),
  'linh-vuc': boxOf(200),
  'doi-tuong': z.enum(['citizen', 'business', 'agency']).optional().catch(undefined),
  'muc-do': z.coerce.number().int().min(1).max(4).optional().catch(undefined),
  trang: z.coerce.number().int().min(1).max(500).catch(1),
});

export interface Asked extends FindQuestion {
  readonly q: string;
  readonly page: number;
}

/** Reads the query; whatever makes no sense is left out. */
export function readQuestion(query: unknown, date: Temporal.PlainDate): Asked {
  const read = schema.parse(query ?? {});
  return {
    q: read.q.trim(),
    level: read.cap,
    field: read['linh-vuc'] || undefined,
    audience: read['doi-tuong'],
    serviceLevel: read['muc-do'],
    date,
    page: read.trang,
    limit: PAGE_SIZE,
    offset: (read.trang - 1) * PAGE_SIZE,
  };
}

/** The address of another page of the same question. */
export function addressOf(asked: Asked, page: number): string {
  const query = new URLSearchParams();
  const set = (name: string, value: string | number | undefined) =>
    value !== undefined && value !== '' && query.set(name, String(value));
  set('q', asked.q);
  set('cap', asked.level);
  set('linh-vuc', asked.field);
  set('doi-tuong', asked.audience);
  set('muc-do', asked.serviceLevel);
  if (page > 1) set('trang', page);
  return `/thu-tuc?${query}`;
}
