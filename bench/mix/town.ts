// A town for the crowd: years of dossiers, and a thousand people with sessions, drafts in hand and seats at their agencies.
import { sql } from 'kysely';
import { assign } from '../../src/modules/agencies/index.ts';
import { openCatalogue } from '../../src/modules/catalogue/index.ts';
import { queuesFor } from '../../src/modules/worklists/index.ts';
import { dateOf } from '../../src/rules/kernel/index.ts';
import { type SeatRole, seatRoleOf } from '../../src/rules/lifecycle/index.ts';
import { queues as queueWords } from '../../src/sites/desk/queue/words.vi.ts';
import { birthPages, GENERIC_PAGES } from '../answers.ts';
import { workThrough } from '../connections.ts';
import { dice } from '../dice.ts';
import type { Environment } from '../environment.ts';
import { EVERYDAY } from '../everyday.ts';
import { citizens, type Matter, matterOf, prepareDrafts, sendRequest, signedIn } from '../prepared.ts';
import { fillDossiers } from '../scale/fill.ts';
import { COMMON_NAME } from '../scale/names.ts';
import type { Part, World } from './parts.ts';
import { BEFORE_DRAFT, dayAtDesk, filing, VISIT } from './rounds.ts';

const DOSSIERS = 40_000;
const VISITORS = 550;
const FILERS = 350;
/** At the agency with the longest queues, beside three at each of the others. */
const AT_MAIN = 10;
const OTHERS = 30;
/** New dossiers for each who accepts. */
const FRESH_EACH = 4;
/** What is filed: the long form, and the general one. Neither costs a fee or wants a paper attached. */
const FILED = [
  { slug: '1.001193', pages: birthPages(true) },
  { slug: '2.000908', pages: GENERIC_PAGES },
];
/** Where the demo officials sit, and five in a hundred of the dossiers. */
const MAIN_UNIT = '07840';

interface Agency {
  readonly id: string;
  readonly name: string;
}

const seed = dice(11);
/** A whole number below `n`. */
const roll = (n: number) => Math.floor((seed(2 ** 31) / 2 ** 31) * n);

/** Fills the database and prepares everybody. @returns the world and the parts, mixed */
export async function settleTown(env: Environment): Promise<{ world: World; parts: Part[] }> {
  const { db, say } = env;
  const filled = await fillDossiers(db, { dossiers: DOSSIERS });
  await sql`vacuum analyze`.execute(db);
  say(
    `  ${DOSSIERS} dossiers of three years at ${filled.agencies} agencies in ${filled.seconds.toFixed(0)} s`,
  );
  const agencies = await busiest(env);
  const matters = await Promise.all(FILED.map(({ slug, pages }) => matterOf(db, slug, pages)));
  const parts: Part[] = [
    ...Array.from({ length: VISITORS }, (): Part => ({ kind: 'visitor', at: roll(VISIT.length) })),
    ...(await filers(env, agencies, matters)),
    ...(await officials(env, agencies, matters[0]!)),
  ];
  for (let n = parts.length - 1; n > 0; n -= 1) {
    const other = roll(n + 1);
    [parts[n], parts[other]] = [parts[other]!, parts[n]!];
  }
  return { world: await worldOf(env), parts };
}

async function worldOf({ db, secret }: Environment): Promise<World> {
  const catalogue = await openCatalogue(db);
  const today = dateOf(Temporal.Now.instant());
  const { rows: slips } = await sql<{ code: string; secret: string }>`
    select request_code as code, secret from dossiers.dossier where secret <> 'SECRET' order by hashtext(id::text) limit 2000`.execute(
    db,
  );
  const { rows: named } = await sql<{ slug: string; name: string }>`
    select slug, min(name) as name from catalogue.procedure group by slug order by hashtext(slug)`.execute(
    db,
  );
  const open = named.filter(({ slug }) => catalogue.bySlug(slug, today));
  // Two to four words of a name, as often as an everyday question.
  const phrases = open.slice(0, 300).map(({ name }) => {
    const words = name.split(/\s+/u);
    const from = roll(Math.max(1, words.length - 2));
    return words.slice(from, from + 2 + roll(3)).join(' ');
  });
  const everyday = Array.from({ length: phrases.length }, () => EVERYDAY[roll(EVERYDAY.length)]!);
  const slugs = [...FILED.map(({ slug }) => slug), ...open.map(({ slug }) => slug)];
  return { secret, slugs, phrases: [...phrases, ...everyday], slips };
}

/** Agencies of today with the most dossiers, the one of the demo officials first. */
async function busiest({ db }: Environment): Promise<Agency[]> {
  const { rows } = await sql<Agency>`
    select a.id, a.name from agencies.agency a join dossiers.dossier d on d.agency_id = a.id where a.kind = 'committee' and a.valid_to is null
    group by a.id order by (a.unit_code = ${MAIN_UNIT}) desc, count(*) desc, a.id limit ${OTHERS + 1}`.execute(
    db,
  );
  return rows;
}

/** People with dossiers of their own; most are in the midst of filing another. */
async function filers(
  { db, secret }: Environment,
  agencies: readonly Agency[],
  matters: readonly Matter[],
): Promise<Part[]> {
  const { rows: owners } = await sql<{ id: string; name: string; dossiers: string[] }>`
    select p.id, p.full_name as name, (array_agg(d.id))[1:4] as dossiers from dossiers.dossier d join people.person p on p.id = d.owner_id
    -- None whose number puts the sandbox's carrier into a mood.
    where p.phone !~ '000[0-9]$' group by p.id order by hashtext(p.id::text) limit ${FILERS}`.execute(db);
  const parts: Part[] = [];
  for (const [n, { id, name, dossiers }] of owners.entries()) {
    const which = n % FILED.length;
    // Two in ten where the queues are longest.
    const agency = n % 10 < 2 ? agencies[0]! : agencies[n % agencies.length]!;
    const own = await signedIn(db, secret, 'portal', { accountId: id, personId: id, name });
    const filer = {
      ...own,
      ...FILED[which]!,
      kind: 'filer' as const,
      agencyId: agency.id,
      place: agency.name.replace(/^\P{Lu}*(?:Ủy ban nhân dân|UBND) (?:xã|phường|thị trấn) /iu, ''),
      dossiers,
      draft: null,
    };
    // Not at the last step: it looks at what was sent the step before.
    const at = roll(filing(filer).length - 1);
    const matter = { ...matters[which]!, agencyId: agency.id };
    const person = { personId: id, ...own };
    const [draft] = at < BEFORE_DRAFT ? [] : await prepareDrafts(db, matter, [person], 1);
    parts.push({ ...filer, draft: draft?.id ?? null, at });
  }
  return parts;
}

async function officials(env: Environment, agencies: readonly Agency[], matter: Matter): Promise<Part[]> {
  const { db, secret } = env;
  const today = dateOf(Temporal.Now.instant()).toString();
  await fillSeats(env, agencies[0]!);
  const parts: Part[] = [];
  for (const [n, agency] of agencies.entries()) {
    const { rows: seated } = await sql<{ id: string; name: string; role: string }>`
      select p.id, p.full_name as name, s.role from agencies.assignment s join people.person p on p.id = s.person_id
      where s.agency_id = ${agency.id}::uuid and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to > ${today}::date)
      order by s.role, p.id limit ${n === 0 ? AT_MAIN : 3}`.execute(db);
    // Open ones for the most part, the most pressing among them.
    const { rows: known } = await sql<{ id: string; owner: string; code: string }>`
      select id, owner_name as owner, request_code as code from dossiers.dossier where agency_id = ${agency.id}::uuid
      order by finished_at is not null, hashtext(id::text) limit 60`.execute(db);
    const accepting = seated.filter(({ role }) => role === 'intake').length;
    const fresh = await filedNow(env, { ...matter, agencyId: agency.id }, accepting * FRESH_EACH);
    for (const { id, name, role } of seated) {
      const own = await signedIn(db, secret, 'desk', { accountId: id, personId: id, name });
      const words = known.slice(0, 20).flatMap(({ owner, code }) => [owner, code.slice(3, 8), COMMON_NAME]);
      const official = {
        ...own,
        kind: 'official' as const,
        queues: slugsFor(seatRoleOf(role)),
        dossiers: known.map((one) => one.id),
        words,
        fresh: role === 'intake' ? fresh.splice(0, FRESH_EACH) : [],
      };
      parts.push({ ...official, at: roll(dayAtDesk(official).length) });
    }
  }
  return parts;
}

const slugsFor = (role: SeatRole) => queuesFor([role]).map(({ name }) => queueWords[name].slug);

/** Seats more people at an agency that has three. */
async function fillSeats({ db, secret }: Environment, { id: agencyId }: Agency): Promise<void> {
  const roles = ['intake', 'examiner', 'leader'] as const;
  const from = dateOf(Temporal.Now.instant()).subtract({ years: 1 }).toString();
  for (const [n, { personId }] of (await citizens(db, secret, AT_MAIN - roles.length)).entries())
    await assign(db, { personId, agencyId, role: roles[n % roles.length]!, title: '', from });
}

/** Dossiers that came a moment ago, sent as people send them. */
async function filedNow({ db, secret, port }: Environment, matter: Matter, count: number) {
  if (count === 0) return [];
  const drafts = await prepareDrafts(db, matter, await citizens(db, secret, count), count);
  const left = drafts.map((draft) => sendRequest(secret, draft));
  await workThrough(port, 4, async (connection) => {
    const request = left.pop();
    if (!request) return false;
    const { status } = await connection.send(request);
    if (status !== 303) throw new Error(`mix-1000: a dossier could not be sent: ${status}`);
    return true;
  });
  const { rows } = await sql<{ id: string; version: number }>`
    select d.id, d.version from dossiers.dossier d join dossiers.draft f on f.dossier_id = d.id
    where f.id = any(${drafts.map(({ id }) => id)}::uuid[])`.execute(db);
  return rows;
}
