// Brings agencies and banks into the database, once per content.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Db } from '../../platform/db.ts';
import { onceByContent } from '../../platform/loaded.ts';
import type { Places } from '../places/index.ts';
import { type AgencyPlan, agencyRows } from './agency-rows.ts';
import { putAgencies, putPayees, replaceBanks } from './store.ts';

const DAY = z.iso.date();
const PLAN: z.ZodType<AgencyPlan> = z.object({
  sessions: z.string(),
  policy: z.object({ endOfDay: z.boolean() }),
  phone: z.string(),
  payee: z.object({ bin: z.string().regex(/^\d{6}$/u), account: z.string() }),
  provinces: z.array(
    z.object({
      unitCode: z.string(),
      from: DAY,
      to: DAY.nullable(),
      code: z.string().regex(/^[A-Z]\d{2}$/u),
      style: z.enum(['2016', '2020']),
      centres: z.boolean(),
    }),
  ),
});

/**
 * Makes the agencies of `agencies.json` and loads `bank-bins.json` of a folder.
 * @returns the names of what was loaded now
 * @throws Error when a file is not of its shape
 */
export async function loadAgencies(
  db: Db,
  places: Places,
  folder: string,
  now: Temporal.Instant,
): Promise<string[]> {
  const loaded: string[] = [];
  const plan = PLAN.parse(JSON.parse(await readFile(join(folder, 'agencies.json'), 'utf8')));
  // Made from the register too: another register, other agencies.
  const rows = agencyRows(places, plan);
  const made = await onceByContent(db, 'agencies.json', JSON.stringify(rows), now, async (tx) => {
    await putAgencies(tx, rows.agencies);
    await putPayees(tx, rows.payees);
  });
  if (made) loaded.push('agencies.json');
  for (const [file, part, replace] of [['bank-bins.json', 'banks', replaceBanks]] as const) {
    const text = await readFile(join(folder, file), 'utf8');
    const list = () => JSON.stringify((JSON.parse(text) as Record<string, unknown>)[part]);
    if (await onceByContent(db, file, text, now, (tx) => replace(tx, list()))) loaded.push(file);
  }
  return loaded;
}
