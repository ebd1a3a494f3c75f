// The find page's question, as it stands in the address.
import { z } from 'zod';
import type { FindQuestion } from '../../../modules/catalogue/index.ts';

export const PAGE_SIZE = 20;

const schema = z.object({
  q: z.string().max(200).catch(''),
  cap: z.enum(['commune', 'district', 'province', 'ministry']).optional().catch(undefined),
  'linh-vuc': z.string().max(200).optional().catch(undefined),
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
    q: read.q.normalize('NFC').trim(),
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
