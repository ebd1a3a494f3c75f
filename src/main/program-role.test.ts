// The program's role does the program's work and no more: it owns nothing, and the journal's triggers are out of its reach. Every other
// test of this run works as the same role.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { databaseOfFile } from '../../tests/support/database.ts';
import { act, SYSTEM } from '../platform/act.ts';
import { verifyJournal } from '../platform/journal.ts';
import { ok } from '../rules/kernel/index.ts';

const database = databaseOfFile();
const run = (statement: string) => sql.raw(statement).execute(database.db);

async function announce(): Promise<void> {
  await act(
    { db: database.db, actor: SYSTEM, now: Temporal.Instant.from('2026-11-23T02:00:00Z') },
    async (ctx) => {
      ctx.announce({ stream: 'test:role', name: 'test.done' });
      return ok(null);
    },
  );
}

test('it is no superuser, may make nothing, and is nobody else', async () => {
  const { rows } = await sql<Record<string, boolean>>`
    select rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
      has_database_privilege(current_database(), 'create') as "makes schemas", has_schema_privilege('public', 'create') as "makes tables",
      exists (select 1 from pg_auth_members where member = pg_roles.oid) as "is a member"
    from pg_roles where rolname = current_user`.execute(database.db);
  expect(Object.entries(rows[0] ?? { none: true }).filter(([, may]) => may)).toEqual([]);
});

test('it owns nothing', async () => {
  const { rows } = await sql`
    select relname as name from pg_class where relowner = current_user::regrole
    union all select nspname from pg_namespace where nspowner = current_user::regrole
    union all select proname from pg_proc where proowner = current_user::regrole
    union all select datname from pg_database where datdba = current_user::regrole`.execute(database.db);
  expect(rows).toEqual([]);
});

test('of no table it may do more than read and write rows', async () => {
  const { rows } = await sql`
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
      and has_table_privilege(c.oid, 'truncate, references, trigger')`.execute(database.db);
  expect(rows).toEqual([]);
});

const JOURNAL = ['fact', 'stream', 'outbox', 'touched', 'anchor'];
test.each([
  ...['fact', 'stream', 'anchor'].map((table) => `alter table journal.${table} disable trigger all`),
  'alter table journal.fact disable trigger fact_append_only',
  'drop trigger fact_append_only on journal.fact',
  'set session_replication_role = replica',
  'alter role current_user superuser',
  'alter function journal.refuse_change() rename to other',
  "create or replace function journal.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
  ...JOURNAL.flatMap((table) => [
    `update journal.${table} set ${table === 'anchor' ? 'n = 1' : 'seq = 1'}`,
    `delete from journal.${table}`,
    `truncate journal.${table} cascade`,
    `drop table journal.${table} cascade`,
    `alter table journal.${table} owner to current_user`,
    `insert into journal.${table} select * from journal.${table}`,
    `create trigger mine before insert on journal.${table} execute function journal.refuse_change()`,
  ]),
  'drop schema journal cascade',
  'truncate dossiers.dossier cascade',
  'drop table dossiers.dossier cascade',
  'delete from public.motcua_migration',
])('it is refused: %s', async (statement) => {
  await announce();
  const refused = /permission denied|must be (?:owner|superuser)|cannot (?:update|insert)|column "id"/u;
  await expect(run(statement)).rejects.toThrow(refused);
  expect((await verifyJournal(database.db)).firstBreak).toBeNull();
});

test('what it appends by the journal’s door is chained whatever it says', async () => {
  await announce();
  await run("select journal.write('test:role', 'test.forged', now(), '{}')");
  const { rows } = await sql<{ same: boolean }>`
    select f.hash = s.hash and f.seq = s.seq as same from journal.stream s join journal.fact f using (stream)
    where stream = 'test:role' order by f.seq desc limit 1`.execute(database.db);
  expect(rows).toEqual([{ same: true }]);
});
