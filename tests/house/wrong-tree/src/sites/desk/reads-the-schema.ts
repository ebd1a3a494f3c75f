import type { DB } from '../../../db/schema.ts'; export type X = DB;
