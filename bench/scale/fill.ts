// Fills a database with dossiers as three years leave them: all states, chains of the journal and rows that agree, set by set. As the owner of
// the tables; may be called again to let the same database grow.
import { sql } from 'kysely';
import type { Db } from '../../src/platform/db.ts';
import { clearReference, layOutReference, type Reference } from './reference.ts';
import { BATCH, NUMBERS, PEOPLE } from './rows.ts';
import { RESULT_FILE, TABLES } from './tables.ts';

export interface Filling {
  /** How many dossiers there are in the end. */
  readonly dossiers: number;
  /** How many this fill has put there before; 0 when absent. */
  readonly from?: number;
  /** The moment up to which the years reach; now when absent. */
  readonly now?: Temporal.Instant;
  readonly say?: (line: string) => void;
}

export interface Filled extends Reference {
  readonly added: number;
  readonly seconds: number;
}

/** Connections that fill at once; agencies and dossiers are parted among them by their place. */
const LANES = 2;
const A_BATCH = 40_000;
/** Foreign keys are not looked up row by row for a fill larger than this: each costs as much as the row. */
const TRUSTED_FROM = 5_000;

/**
 * Fills up to `dossiers`. The numbers of an agency's day go on where they stood, so the numbers of two fills never meet.
 * @param db as the owner of the tables, with at least three connections
 * @throws Error when the database lacks the reference data; what was added by then stays
 */
export async function fillDossiers(
  db: Db,
  { dossiers, from = 0, now, say = () => {} }: Filling,
): Promise<Filled> {
  const began = performance.now();
  const until = (now ?? Temporal.Now.instant()).toString({ smallestUnit: 'second' });
  const count = dossiers - from;
  const laid = await layOutReference(db, Temporal.Instant.from(until));
  const trusted = count > TRUSTED_FROM;
  if (trusted) await foreignKeys(db, 'disable');
  try {
    await sql`insert into files.blob (sha256, size, mime, added_at) values (${RESULT_FILE}, 1, 'application/pdf', now()) on conflict do nothing`.execute(
      db,
    );
    const people = {
      first: Math.ceil(from / 3),
      count: Math.max(1, Math.ceil(dossiers / 3) - Math.ceil(from / 3)),
    };
    await inLanes(db, (run, lane) =>
      run(PEOPLE, [people.first, people.first + people.count - 1, LANES, lane]),
    );
    await sql`analyze people.person`.execute(db);
    say(`  ${people.count} people`);
    let done = 0;
    await inLanes(db, async (run, lane) => {
      for (let first = from; first < dossiers; first += A_BATCH) {
        const end = Math.min(first + A_BATCH, dossiers);
        await run('begin', []);
        await run(BATCH, [first, end, LANES, lane, until, from, count, people.first, people.count]);
        for (const statement of [...NUMBERS, ...TABLES]) await run(statement, []);
        await run('commit', []);
        done += (end - first) / LANES;
        say(`  ${from + Math.round(done)} dossiers`);
      }
    });
  } finally {
    if (trusted) await foreignKeys(db, 'enable');
    await clearReference(db);
  }
  await sql`analyze`.execute(db);
  return { ...laid, added: count, seconds: (performance.now() - began) / 1000 };
}

type Run = (statement: string, values: readonly unknown[]) => Promise<void>;

async function inLanes(db: Db, work: (run: Run, lane: number) => Promise<void>): Promise<void> {
  const lanes = Array.from({ length: LANES }, (_, lane) =>
    db.connection().execute(async (connection) => {
      const run: Run = async (statement, values) => {
        await connection.executeQuery({
          sql: statement,
          parameters: values,
          query: { kind: 'RawNode' } as never,
          queryId: { queryId: '' } as never,
        });
      };
      await run(`set work_mem = '128MB'`, []);
      await run('set synchronous_commit = off', []);
      // A connection goes back to its pool as it came: a batch that failed is taken back.
      await work(run, lane).catch(async (error) => {
        await run('rollback', []);
        throw error;
      });
    }),
  );
  await Promise.all(lanes);
}

/** The look-ups of foreign keys alone; whatever else hangs on the tables goes on working. */
async function foreignKeys(db: Db, what: 'enable' | 'disable'): Promise<void> {
  const { rows } = await sql<{ statement: string }>`
    select format('alter table %s ${sql.raw(what)} trigger %I', t.tgrelid::regclass, t.tgname) as statement
    from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace s on s.oid = c.relnamespace
    where t.tgisinternal and t.tgconstraint <> 0 and s.nspname in ('dossiers', 'journal', 'results', 'payments')`.execute(
    db,
  );
  for (const { statement } of rows) await sql.raw(statement).execute(db);
}
