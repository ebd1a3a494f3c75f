// `journal verify` sees what the chains alone cannot: a dossier whose whole stream was taken away.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { runCli } from '../cli.ts';
import { checkJournal } from './journal.ts';
import { progressIn } from './journal-progress.ts';

let test: TestDatabase;
beforeAll(async () => {
  test = await testDatabase();
});
afterAll(async () => test.drop());

it('holds over what the set-up wrote', async () => {
  expect(await checkJournal(test.db)).toMatchObject({ ok: true });
});

it('goes on where an earlier check was killed, with what that one had counted and found', async () => {
  const whole = await checkJournal(test.db);
  const { rows } = await sql<{ stream: string; streams: number; facts: number }>`
    select max(stream) as stream, count(*)::int as streams, sum(seq)::int as facts
    from (select stream, seq from journal.stream order by stream limit 3) s`.execute(test.db);
  const { stream: after, streams, facts } = rows[0]!;
  const folder = mkdtempSync(join(tmpdir(), 'motcua-verify-'));
  try {
    const findings = [{ stream: 'test:before', seq: 1, reason: 'found before' }];
    const earlier = {
      after,
      streams,
      facts,
      dossiers: 0,
      results: 0,
      asOf: ['2026-11-23T02:00:00Z'],
      findings,
    };
    const file = { ...progressIn(folder), read: () => earlier };
    const went = await checkJournal(test.db, null, { file, resume: true });
    expect(went).toMatchObject({
      ok: false,
      streams: whole.streams,
      facts: whole.facts,
      broken: findings[0],
    });
    expect(went.resumed).toMatchObject({ after, asOf: ['2026-11-23T02:00:00Z', expect.any(String)] });
    // Not asked to go on it begins at the beginning.
    expect(await checkJournal(test.db, null, { file, resume: false })).toEqual(whole);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('names a dossier without facts', async () => {
  await sql`
    insert into dossiers.dossier (id, request_code, secret, procedure_id, answers, owner_id, submitter_id, payer_id, submitter_name,
      owner_name, owner_phone,
      agency_id, channel, submit_channel, return_channel, state, held_since, submitted_at)
    select gen_random_uuid(), 'YC-TEST0-TEST0', 'SECRET', p.id, '{}', o.id, o.id, o.id, o.full_name, o.full_name, '', a.id, 2, 'online', 'counter', 1, now(), now()
    from (select id from catalogue.procedure limit 1) p, (select id, full_name from people.person limit 1) o, (select id from agencies.agency limit 1) a`.execute(
    test.db,
  );
  expect(await checkJournal(test.db)).toMatchObject({
    ok: false,
    broken: { reason: 'the dossier has no facts' },
  });
});

it('refuses another word than verify', async () => {
  let said = '';
  const errors = { write: (text: string) => (said += text) } as unknown as Writable;
  const io = { input: process.stdin, output: process.stdout, errors, env: {}, folder: '/' };
  expect(await runCli(['journal', 'burn'], io)).toBe(2);
  expect(said).toContain('journal verify');
});
