// What the program's role may do in the database: work with its tables, and no more. It owns nothing, makes and drops nothing, empties
// no table at once, and reaches the journal only through its doors (db/migrations/0022-journal-doors.sql).
import pg from 'pg';
import { InTheWay } from './in-the-way.ts';

/** Of the journal it reads all, and writes by these functions alone. */
const JOURNAL = 'journal';

/**
 * Gives the program's role its rights in a database that has been set up, the queue's tables included, and takes back any other. Run after
 * every migration, by whoever owns the tables; done again it changes nothing.
 * @param ownerUrl the database, as its owner
 * @param role the program's role
 * @throws InTheWay when there is no such role
 */
export async function grantRights(ownerUrl: string, role: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (rows.length === 0)
      throw new InTheWay(
        `Máy chủ cơ sở dữ liệu chưa có vai ${role} mà DATABASE_URL nêu.`,
        'Tạo vai ấy (docs/operate/install.md), hoặc sửa DATABASE_URL, rồi chạy lại.',
      );
    await client.query('begin');
    for (const statement of await statementsFor(client, client.escapeIdentifier(role)))
      await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function statementsFor(client: pg.Client, role: string): Promise<string[]> {
  const schemas = await schemasOf(client);
  return [
    ...schemas.flatMap((schema) => [
      `revoke all on all tables in schema ${schema} from ${role}`,
      `revoke all on schema ${schema} from ${role}`,
      `grant usage on schema ${schema} to ${role}`,
      `grant usage on all sequences in schema ${schema} to ${role}`,
      ...(schema === JOURNAL
        ? []
        : [`grant select, insert, update, delete on all tables in schema ${schema} to ${role}`]),
    ]),
    `grant select on all tables in schema ${JOURNAL} to ${role}`,
    // A result is issued once; whoever checks a paper is shown its row. That another took its place is the one thing noted in it.
    `revoke update, delete on results.result from ${role}`,
    `grant update (replaced_by) on results.result to ${role}`,
    ...JOURNAL_DOORS.map((door) => `grant execute on function ${JOURNAL}.${door} to ${role}`),
    // The list of migrations is read: which version the database is of.
    `revoke all on public.motcua_migration from ${role}`,
    `grant select on public.motcua_migration to ${role}`,
    ...(await policiesFor(client, role)),
  ];
}

const JOURNAL_DOORS = [
  'write(text, text, timestamptz, text)',
  'write_all(text[], text[], timestamptz, text[], boolean[])',
  'take(integer)',
  'take_soon(integer)',
  'touch(boolean)',
  'forget_touched(text[], integer[])',
  'note_anchor(text, integer, timestamptz, bytea)',
];

/** Our schemas and the queue's, as SQL writes them: those whose owner we are. */
async function schemasOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(nspname) as name from pg_namespace
     where nspname !~ '^pg_' and nspname <> 'public' and pg_get_userbyid(nspowner) = current_user order by 1`,
  );
  return rows.map(({ name }) => name);
}

/** The queue shows its rows to their owner alone, until a policy says otherwise. */
async function policiesFor(client: pg.Client, role: string): Promise<string[]> {
  // One that stands is left alone: making it would wait for whoever works with the table.
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relrowsecurity and pg_get_userbyid(c.relowner) = current_user and not exists (
       select 1 from pg_policy p where p.polrelid = c.oid and p.polname = 'motcua_program' and p.polroles = array[$1::regrole::oid])
     order by 1`,
    [role],
  );
  return rows.flatMap(({ name }) => [
    `drop policy if exists motcua_program on ${name}`,
    `create policy motcua_program on ${name} to ${role} using (true) with check (true)`,
  ]);
}

/** The role of an address; empty when it names none. */
export function roleOf(url: string): string {
  return decodeURIComponent(new URL(url).username);
}
