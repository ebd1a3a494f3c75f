// The worker is killed in the middle of carrying facts to their subscribers: at every moment each fact is in the outbox, in a
// job, or done; in the end everybody has been told once.
import { CompiledQuery, sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sentDossiers } from '../../bench/prepared.ts';
import { SYSTEM, writeFact } from '../../src/platform/act.ts';
import { type Installation, newInstallation, until } from './installation.ts';

let installation: Installation;

beforeAll(async () => {
  installation = await newInstallation();
  await installation.start();
}, 120_000);
afterAll(async () => installation?.close(), 60_000);

const FACTS = 900;
/** Of a job. */
const LEASE_MS = 40_000;

interface Count {
  outbox: number;
  jobs: number;
  told: number;
  lost: number;
  twice: number;
}

const WHERE_ARE_THEY = `
with wanted as (select 'dossier:' || id as stream from unnest($1::uuid[]) as w(id)),
outbox as (select distinct stream from journal.outbox where name = 'dossier.submitted'),
jobs as (
  select distinct fact ->> 'stream' as stream from graphile_worker._private_jobs j
  join graphile_worker._private_tasks t on t.id = j.task_id, json_array_elements(j.payload) fact where t.identifier = 'tell-owner'
),
told as (select split_part(key, '/', 1) as stream, count(*) as n from notices.message where kind = 'dossier.submitted' group by 1)
select count(o.stream)::int as outbox, count(j.stream)::int as jobs, count(t.stream)::int as told,
  count(*) filter (where o.stream is null and j.stream is null and t.stream is null)::int as lost,
  count(*) filter (where t.n > 1)::int as twice
from wanted w left join outbox o using (stream) left join jobs j using (stream) left join told t using (stream)`;

async function count(ids: readonly string[]): Promise<Count> {
  const { rows } = await installation.db().executeQuery<Count>(CompiledQuery.raw(WHERE_ARE_THEY, [ids]));
  return rows[0]!;
}

/** Facts of dossiers that are there, all at once. */
async function announce(ids: readonly string[]): Promise<void> {
  const now = Temporal.Now.instant();
  await installation
    .db()
    .transaction()
    .execute(async (tx) => {
      for (const id of ids)
        await writeFact(tx, SYSTEM, now, { stream: `dossier:${id}`, name: 'dossier.submitted' });
    });
}

test('no fact is lost when the worker dies between outbox, job and message', async () => {
  const ids = await sentDossiers(installation.db(), installation.secret(), FACTS);
  await announce(ids);
  for (let kill = 0; kill < 3; kill++) {
    // Each time a little further on.
    const floor = Math.floor((FACTS * kill) / 6);
    await until(async () => {
      const { jobs, told } = await count(ids);
      return jobs + told > floor && told >= floor / 2;
    }, 'the worker is at work');
    const worker = installation.pidOf('worker');
    process.kill(worker, 'SIGKILL');
    const { lost, outbox, jobs } = await count(ids);
    expect(lost).toBe(0);
    expect(outbox + jobs, 'everything was done before the kill: it proves nothing').toBeGreaterThan(0);
    await until(
      () => installation.isRunning('worker') && installation.pidOf('worker') !== worker,
      'the worker is back',
    );
  }
  await until(
    async () => {
      const { told, lost, jobs } = await count(ids);
      expect(lost).toBe(0);
      return told >= FACTS && jobs === 0;
      // What the dead held is given back when its lease has run out.
    },
    'everybody has been told',
    2 * LEASE_MS,
  );
  const { outbox, lost, twice, told, jobs } = await count(ids);
  expect({ outbox, lost, twice, told, jobs }).toEqual({ outbox: 0, lost: 0, twice: 0, told: FACTS, jobs: 0 });
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from graphile_worker._private_jobs where attempts >= max_attempts`.execute(
    installation.db(),
  );
  expect(rows[0]?.n, 'jobs given up').toBe(0);
}, 180_000);
