// One row of figures at a size: what each page takes, what the check of the journal takes, how large the disk has become.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { Db } from '../../src/platform/db.ts';
import { confirmationCode } from '../../src/sites/portal/apply/confirmation-number.ts';
import { ticketFor } from '../../src/sites/portal/track/ticket.ts';
import { formOf, type Request } from '../connections.ts';
import { type Environment, ROOT } from '../environment.ts';
import { birthMatter, manyCitizens, prepareDrafts, type SignedIn, signedIn } from '../prepared.ts';
import { COMMON_NAME } from './names.ts';
import { type Percentiles, timed } from './percentiles.ts';

export type Growth = Readonly<Record<string, Percentiles>>;

/** Times a page is asked for. */
const TIMES = 105;

/** Everything a person waits for, at the size that the database has now. Submits and accepts some more dossiers. */
export async function growthOf(env: Environment): Promise<Growth> {
  const { db, port } = env;
  const desk = port + 2;
  const [intake, leader] = [await official(env, 'binh.hiephoa'), await official(env, 'dung.hiephoa')];
  const by = ({ cookie }: SignedIn, path: string): Request => ({ path, cookie });
  const often = (request: Request) => Array.from({ length: TIMES }, () => request);
  const search = async (q: string) =>
    timed(desk, often(by(intake, `/hang-doi?${new URLSearchParams({ q })}`)));

  const rare = await oneText(
    db,
    sql`
    select owner_name as text from dossiers.dossier d join agencies.assignment s using (agency_id) join identity.account a using (person_id)
    where a.username = 'binh.hiephoa' group by 1 order by count(*), 1 limit 1`,
  );
  const code = await oneText(
    db,
    sql`
    select substr(d.request_code, 4, 5) as text from dossiers.dossier d join agencies.assignment s using (agency_id) join identity.account a using (person_id)
    where a.username = 'binh.hiephoa' order by d.id desc limit 1`,
  );
  const growth: Record<string, Percentiles> = {
    'queue: in progress': await timed(desk, often(by(intake, '/hang-doi?loai=dang-xu-ly'))),
    'queue: to sign': await timed(desk, often(by(leader, '/hang-doi?loai=cho-ky'))),
    'queue: done': await timed(desk, often(by(intake, '/hang-doi?loai=da-xong'))),
    // The smallest queue: what is left is the counts on its tabs.
    'counts on tabs': await timed(desk, often(by(intake, '/hang-doi?loai=moi'))),
    'search: common name': await search(COMMON_NAME),
    'search: rare name': await search(rare),
    'search: part of a code': await search(code),
    'my dossiers': await timed(port, often({ path: '/ho-so', cookie: await owner(env) })),
    track: await timed(
      port,
      (await someIds(db)).map((id) => ({
        path: `/tra-cuu/${ticketFor(env.secret, id, Temporal.Now.instant())}`,
      })),
    ),
    home: await timed(port, often({ path: '/' })),
  };
  const before = Temporal.Now.instant();
  growth.submit = await submitted(env);
  growth.accept = await accepted(env, intake, before);
  return growth;
}

async function submitted(env: Environment): Promise<Percentiles> {
  const matter = await birthMatter(env.db, true);
  const drafts = await prepareDrafts(env.db, matter, await manyCitizens(env, TIMES), TIMES);
  const requests = drafts.map(({ id, citizen: { cookie, csrf } }): Request => {
    const body = formOf({ _csrf: csrf, ma: confirmationCode(env.secret, id), 'cam-doan': 'co' });
    return { method: 'POST', path: `/nop-ho-so/${id}/kiem-tra`, cookie, body };
  });
  return timed(env.port, requests, 303);
}

/** Of those that were sent a moment ago. */
async function accepted(
  env: Environment,
  { cookie, csrf }: SignedIn,
  since: Temporal.Instant,
): Promise<Percentiles> {
  const { rows } = await sql<{ id: string; version: number }>`
    select d.id, d.version from dossiers.dossier d join agencies.agency a on a.id = d.agency_id
    where a.unit_code = '07840' and d.state = 1 and d.submitted_at >= ${since.toString()}::timestamptz limit ${TIMES}`.execute(
    env.db,
  );
  const requests = rows.map(({ id, version }): Request => {
    const body = formOf({ _csrf: csrf, version: String(version) });
    return { method: 'POST', path: `/ho-so/${id}/tiep-nhan`, cookie, body };
  });
  return timed(env.port + 2, requests, 303);
}

async function official({ db, secret }: Environment, username: string): Promise<SignedIn> {
  const { rows } = await sql<{ id: string; person_id: string; full_name: string }>`
    select a.id, a.person_id, p.full_name from identity.account a join people.person p on p.id = a.person_id where a.username = ${username}`.execute(
    db,
  );
  const found = rows[0];
  if (!found) throw new Error(`there is no official ${username}`);
  const { id: accountId, person_id: personId, full_name: name } = found;
  return signedIn(db, secret, 'desk', { accountId, personId, name });
}

/** The cookie of whoever has the most dossiers. */
async function owner({ db, secret }: Environment): Promise<string> {
  const { rows } = await sql<{ id: string; name: string }>`
    select owner_id as id, min(owner_name) as name from dossiers.dossier group by 1 order by count(*) desc, 1 limit 1`.execute(
    db,
  );
  const { id, name } = rows[0] ?? { id: '', name: '' };
  return (await signedIn(db, secret, 'portal', { accountId: id, personId: id, name })).cookie;
}

async function someIds(db: Db): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from dossiers.dossier order by hashtext(id::text) limit ${TIMES}`.execute(db);
  return rows.map(({ id }) => id);
}

async function oneText(
  db: Db,
  query: ReturnType<typeof sql<{ text: string }>> | ReturnType<typeof sql>,
): Promise<string> {
  const { rows } = await query.execute(db);
  return (rows[0] as { text: string } | undefined)?.text ?? '';
}

export interface Verified {
  readonly seconds: number;
  /** Mebibytes at the most; null where it cannot be told. */
  readonly peak: number | null;
  readonly answer: string;
}

const LOOK_MS = 50;

/** `journal verify` as an operator runs it. */
export async function verified({ varFolder }: Environment): Promise<Verified> {
  const began = performance.now();
  const child = spawn(process.execPath, [join(ROOT, 'dist/main/cli.js'), 'journal', 'verify'], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, MOTCUA_VAR: varFolder },
  });
  let answer = '';
  child.stdout.on('data', (chunk) => {
    answer += chunk;
  });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid ?? 0));
  }, LOOK_MS);
  await new Promise((done) => child.once('close', done));
  clearInterval(looking);
  return { seconds: (performance.now() - began) / 1000, peak: peak || null, answer: answer.trim() };
}

/** Mebibytes of memory that a process has held at the most; 0 where it cannot be told. */
function peakOf(pid: number): number {
  try {
    const found = /VmHWM:\s+(\d+) kB/u.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return Math.round(Number(found?.[1] ?? 0) / 1024);
  } catch {
    return 0;
  }
}

/** Gibibytes of the database on the disk. */
export async function sizeOf(db: Db): Promise<number> {
  const { rows } = await sql<{ bytes: number }>`select pg_database_size(current_database()) as bytes`.execute(
    db,
  );
  return (rows[0]?.bytes ?? 0) / 2 ** 30;
}
