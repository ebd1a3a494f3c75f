// The SQL of result templates.
import type { Db, Tx } from '../../platform/db.ts';
import { parseResultTemplate, type ResultTemplate } from './papers/index.ts';

/** Every version of every template. @throws Error for one that does not hold any more */
export async function allTemplates(db: Db | Tx): Promise<ResultTemplate[]> {
  const rows = await db
    .selectFrom('results.template')
    .select('definition')
    .orderBy('id')
    .orderBy('version')
    .execute();
  return rows.map((row) => parseResultTemplate(row.definition));
}

export async function writeTemplate(tx: Tx, template: ResultTemplate): Promise<void> {
  const { id, version } = template;
  await tx
    .insertInto('results.template')
    .values({ id, version, definition: JSON.stringify(template) })
    .execute();
}
