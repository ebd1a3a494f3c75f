// A small fill holds everything that a large one must: every state, chains and rows that the journal's own check finds nothing against.
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { checkJournal } from '../../src/main/cli/journal.ts';
import { openDatabase, TOOL_LIMITS } from '../../src/platform/db.ts';
import { State } from '../../src/rules/lifecycle/index.ts';
import { databaseOfFile } from '../../tests/support/database.ts';
import { fillDossiers } from './fill.ts';
import { COMMON_NAME } from './names.ts';

const house = databaseOfFile();

test('dossiers are filled in, and grow in place', async () => {
  const owner = openDatabase({ url: house.ownerUrl, max: 4, limits: TOOL_LIMITS });
  const now = Temporal.Instant.from('2026-11-23T02:00:00Z');
  try {
    await fillDossiers(owner, { dossiers: 200, now });
    const filled = await fillDossiers(owner, { dossiers: 400, from: 200, now });
    expect(filled.agencies).toBeGreaterThan(300);
  } finally {
    await owner.destroy();
  }
  const answer = await checkJournal(house.db);
  expect(answer.findings ?? []).toEqual([]);
  expect(answer).toMatchObject({ ok: true, dossiers: 400 });
  expect(answer.results).toBe(320);

  const { rows } = await sql<Record<string, number>>`
    select count(*) filter (where a.unit_code = '07840' and a.valid_to is null)::int as main, count(distinct d.agency_id)::int as agencies,
      count(*) filter (where submitted_at > ${now.toString()}::timestamptz or held_since > ${now.toString()}::timestamptz)::int as ahead,
      count(*) filter (where submitted_at < ${now.toString()}::timestamptz - interval '2 years')::int as old,
      count(*) filter (where state = 4 and due_current < ${now.toString()}::timestamptz - interval '1 year')::int as late,
      count(*) filter (where owner_name = ${COMMON_NAME})::int as common,
      count(*) filter (where (money_state in ('due', 'paid')) <> exists (select from payments.bill b where b.ref_id = d.id))::int as unbilled,
      count(*) filter (where request_code !~ '^YC-[2-9A-Z]{5}-[2-9A-Z]{5}$' or number !~ '-\\d{6}-\\d{5}$')::int as misshapen
    from dossiers.dossier d join agencies.agency a on a.id = d.agency_id`.execute(house.db);
  expect(rows[0]).toMatchObject({ main: 20, ahead: 0, unbilled: 0, misshapen: 0 });
  for (const some of ['old', 'late', 'common', 'agencies']) expect(rows[0]?.[some], some).toBeGreaterThan(0);
  const { rows: states } = await sql<{
    state: number;
  }>`select distinct state from dossiers.dossier order by state`.execute(house.db);
  expect(states.map(({ state }) => state)).toEqual(Object.values(State).sort((a, b) => a - b));
});
