// A page of which there is ever more to read reads no more for it: with dossiers by the ten thousands no page looks through a whole large
// table, and none sorts more than it shows. Judged by the plans of what the pages ask, not by a clock.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillDossiers } from '../../bench/scale/fill.ts';
import { openDatabase, TOOL_LIMITS } from '../../src/platform/db.ts';
import { openSession, type SiteName } from '../../src/platform/sessions.ts';
import { allSitesOfFile } from '../support/all-sites.ts';

const NOW = Temporal.Instant.from('2026-11-23T02:00:00Z');
const DOSSIERS = 20_000;
/** Rows from which on a table is large, and rows that a page may sort: a few pages of fifty. */
const LARGE = 5_000;
const SORTED = 400;

const all = allSitesOfFile();
let large: Set<string>;
let owner: pg.Client;
beforeAll(async () => {
  const db = openDatabase({ url: all.test.ownerUrl, max: 4, limits: TOOL_LIMITS });
  await fillDossiers(db, { dossiers: DOSSIERS, now: NOW });
  await db.destroy();
  owner = new pg.Client({ connectionString: all.test.ownerUrl });
  await owner.connect();
  await owner.query('vacuum analyze');
  const { rows } = await owner.query<{ relname: string }>(
    'select relname from pg_class where relkind = $1 and reltuples > $2',
    ['r', LARGE],
  );
  large = new Set(rows.map(({ relname }) => relname));
}, 120_000);
afterAll(() => owner.end());

interface Asked {
  readonly text: string;
  readonly values: unknown[];
}

/** Everything that is asked of the database meanwhile. */
async function listening(work: () => Promise<void>): Promise<Asked[]> {
  const asked: Asked[] = [];
  const query = pg.Client.prototype.query as (...given: unknown[]) => unknown;
  const heard = function heard(this: pg.Client, ...given: unknown[]) {
    const [first, second] = given as [string | Asked | null, unknown];
    const text = typeof first === 'string' ? first : first?.text;
    const values = typeof first === 'string' ? second : first?.values;
    if (text) asked.push({ text, values: Array.isArray(values) ? values : [] });
    return query.apply(this, given);
  };
  Object.assign(pg.Client.prototype, { query: heard });
  try {
    await work();
  } finally {
    Object.assign(pg.Client.prototype, { query });
  }
  return asked.filter(({ text }) => /^\s*(?:select|with)\b/iu.test(text) && !/\bfor update\b/iu.test(text));
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

/** What a plan does that grows with the data. */
async function faultsOf({ text, values }: Asked): Promise<string[]> {
  const { rows } = await owner.query(`explain (analyze, format json) ${text}`, values);
  const nodes = nodesOf(rows[0]['QUERY PLAN'][0].Plan);
  return nodes.flatMap((node) => {
    const name = node['Relation Name'] ?? '';
    const [type, read] = [node['Node Type'], node['Actual Rows'] * node['Actual Loops']];
    if (type === 'Seq Scan' && large.has(name)) return [`reads all of ${name}: ${text}`];
    const sorted = node.Plans?.reduce((sum, one) => sum + one['Actual Rows'] * one['Actual Loops'], 0) ?? 0;
    if (/^Sort$/u.test(type) && Math.max(sorted, read) > SORTED) return [`sorts ${sorted} rows: ${text}`];
    return [];
  });
}

async function faultsOfAll(asked: readonly Asked[]): Promise<string[]> {
  const faults: string[] = [];
  for (const one of asked) faults.push(...(await faultsOf(one)));
  return faults;
}

async function signedIn(site: SiteName, personId: string): Promise<Record<string, string>> {
  const input = { site, accountId: personId, personId, name: 'x', now: NOW, hours: 8 };
  return { [`mc_${site}`]: await openSession(all.test.db, input) };
}
const one = async (text: string, ...values: unknown[]): Promise<string> =>
  Object.values((await owner.query(text, values)).rows[0] ?? {})[0] as string;
const seated = (role: string) =>
  one(
    `select person_id from agencies.assignment s join agencies.agency a on a.id = s.agency_id
    where a.unit_code = '07840' and a.valid_to is null and s.role = $1 and s.valid_to is null limit 1`,
    role,
  );

const HERE = `agency_id = (select id from agencies.agency where unit_code = '07840' and valid_to is null and kind = 'committee')`;

test.each(['intake', 'examiner', 'leader'])('the desk of one who is %s', async (role) => {
  const cookies = await signedIn('desk', await seated(role));
  const some = await one(`select id from dossiers.dossier where ${HERE} and state = 4 limit 1`);
  const queues = [
    'moi',
    'cho-thu-ly',
    'toi-xu-ly',
    'cho-ky',
    'dang-xu-ly',
    'cho-bo-sung',
    'cho-tra',
    'da-xong',
  ];
  const asked = await listening(async () => {
    for (const path of [
      ...queues.map((queue) => `/hang-doi?loai=${queue}`),
      '/hang-doi?q=nguyen+van+an',
      '/hang-doi?q=an',
      '/hang-doi?q=khong+co+ai',
      `/hang-doi?mo=${some}`,
      `/ho-so/${some}`,
      '/lich-hen',
    ]) {
      const { statusCode } = await all.sites.desk.inject({ url: path, cookies });
      expect([path, statusCode]).toEqual([path, 200]);
    }
  });
  expect(asked.length).toBeGreaterThan(20);
  expect(await faultsOfAll(asked)).toEqual([]);
});

test('the pages of whoever filed, and of whoever looks by the slip or checks a paper', async () => {
  const filed = await one(`select owner_id from dossiers.dossier group by 1 order by count(*) desc limit 1`);
  const cookies = await signedIn('portal', filed);
  const dossier = await one(
    `select id from dossiers.dossier where owner_id = $1 and money_state <> 'none' limit 1`,
    filed,
  );
  const number = await one(`select number from results.result limit 1`);
  const asked = await listening(async () => {
    for (const path of ['/ho-so', `/ho-so/${dossier}`, `/ho-so/${dossier}/thanh-toan`, '/'])
      expect([path, (await all.sites.portal.inject({ url: path, cookies })).statusCode]).not.toEqual([
        path,
        500,
      ]);
    await all.sites.portal.inject({ url: `/kiem-tra?ma=${encodeURIComponent(number)}` });
  });
  expect(asked.length).toBeGreaterThan(5);
  expect(await faultsOfAll(asked)).toEqual([]);
});
