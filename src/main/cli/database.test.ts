// A database that is not there, goes away or is not ours yet is told in two lines, never as a stack; nothing is made, nothing half-loaded.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { databaseOfFile } from '../../../tests/support/database.ts';
import { runCli } from '../cli.ts';
import { withDatabase } from './database.ts';

const database = databaseOfFile();
const folder = mkdtempSync(join(tmpdir(), 'motcua-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'ngay.json');
const DAY = { date: '2041-01-02', code: 'X', name: 'Y', kind: 'holiday', status: 'official', basis: 'Z' };
writeFileSync(file, JSON.stringify({ days: [DAY] }));

async function run(args: readonly string[], env: NodeJS.ProcessEnv) {
  let [output, errors] = ['', ''];
  const sink = (take: (text: string) => void) =>
    new Writable({
      write(chunk, _encoding, done) {
        take(String(chunk));
        done();
      },
    });
  const code = await runCli(args, {
    input: Readable.from([]),
    output: sink((text) => (output += text)),
    errors: sink((text) => (errors += text)),
    env,
    folder,
  });
  return { code, output, lines: errors.trimEnd().split('\n') };
}

/** Every command that opens the database. */
const COMMANDS = [
  ['data', 'load', 'ngay.json'],
  ['data', 'load', 'ngay.json', '--dry-run'],
  ['data', 'agencies'],
  ['files', 'verify'],
  ['journal', 'verify'],
];
const WHERE: readonly [string, () => NodeJS.ProcessEnv, RegExp][] = [
  [
    'nothing listens',
    () => ({ DATABASE_URL: 'postgresql://a:b@127.0.0.1:1/c' }),
    /không có máy chủ nào nghe/u,
  ],
  ['no database of this name', () => ({ DATABASE_URL: at('/khong_co') }), /không có cơ sở dữ liệu mang tên/u],
  ['an empty database', () => ({ DATABASE_URL: at('/postgres') }), /chưa có dữ liệu của Một Cửa/u],
  ['no address', () => ({ DATABASE_URL: 'mysql://x/y' }), /DATABASE_URL không phải là địa chỉ/u],
  ['a state folder that is not there', () => ({ MOTCUA_VAR: join(folder, 'khong') }), /Không có thư mục/u],
  ['a state folder without a database', () => ({ MOTCUA_VAR: emptyFolder() }), /chưa có cơ sở dữ liệu/u],
  ['a state folder that is a file', () => ({ MOTCUA_VAR: file }), /không phải là thư mục/u],
  ['real settings that are missing', () => ({ MOTCUA_MODE: 'production' }), /^Chưa chạy thật được/u],
];
const at = (pathname: string) => Object.assign(new URL(inject('databaseServer')), { pathname }).href;
function emptyFolder(): string {
  mkdirSync(join(folder, 'trong'), { recursive: true });
  return join(folder, 'trong');
}

describe.each(WHERE)('%s', (_what, env, said) => {
  test.each(COMMANDS.map((words) => [words.join(' '), words] as const))('%s', async (_command, words) => {
    const { code, output, lines } = await run(words, env());
    expect({ code, output }).toEqual({ code: 3, output: '' });
    // What is unsafe for real is a list.
    const [what, todo, ...rest] = lines.filter((line) => !line.startsWith('- '));
    expect(what).toMatch(said);
    expect(todo).toMatch(/^\p{Lu}.*[^ ]$/u);
    expect(rest).toEqual(words[1] === 'load' ? ['Chưa nạp gì: dữ liệu đang dùng giữ nguyên.'] : []);
    expect(existsSync(join(folder, 'khong'))).toBe(false);
    expect(existsSync(join(folder, 'trong', 'pg'))).toBe(false);
  });
});

test('with --json the answer is one JSON object all the same', async () => {
  const { code, output } = await run(['data', 'load', 'ngay.json', '--json'], WHERE[0]![1]());
  expect(code).toBe(3);
  expect(JSON.parse(output)).toEqual({ ok: false, inTheWay: expect.stringContaining('không có máy chủ') });
});

/** Ends every connection to the database of this file, as a server does that stops. */
async function cut(): Promise<void> {
  const client = new pg.Client({ connectionString: at('/postgres') });
  await client.connect();
  await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
    new URL(database.url).pathname.slice(1),
  ]);
  await client.end();
}

test('one that goes away between two statements', async () => {
  const work = withDatabase({ DATABASE_URL: database.url }, async (db) => {
    await sql`select 1`.execute(db);
    await cut();
    await db.transaction().execute(async (tx) => {
      await sql`select 1`.execute(tx);
      await cut();
      await sql`select 2`.execute(tx);
    });
  });
  await expect(work).rejects.toMatchObject({ what: expect.stringMatching(/^Mất nối tới cơ sở dữ liệu/u) });
});

test('one that goes away while files are loaded: nothing of them is half there', async () => {
  await database.asOwner(async (owner) => {
    await sql`create or replace function agencies.stay() returns trigger language plpgsql as
      'begin perform pg_sleep(20); return new; end'`.execute(owner);
    await sql`create trigger stay before insert on agencies.holiday for each row execute function agencies.stay()`.execute(
      owner,
    );
  });
  const loading = run(['data', 'load', 'ngay.json'], { DATABASE_URL: database.url });
  await new Promise((done) => setTimeout(done, 1500));
  await cut();
  const { code, lines } = await loading;
  expect(code).toBe(3);
  expect(lines[0]).toMatch(/^Mất nối tới cơ sở dữ liệu/u);
  expect(lines[2]).toContain('Không có gì nạp dở');
  const rows = await database.db
    .selectFrom('agencies.holiday')
    .where('date', '=', '2041-01-02')
    .selectAll()
    .execute();
  expect(rows).toEqual([]);
  await database.asOwner((owner) => sql`drop trigger stay on agencies.holiday`.execute(owner));
});

test('a fault of our own stays what it is', async () => {
  const work = withDatabase({ DATABASE_URL: database.url }, async () => {
    throw new TypeError('ours');
  });
  await expect(work).rejects.toThrow(TypeError);
});
