// People who are signed in and drafts that only wait to be sent, made in bulk by SQL.
import { sql } from 'kysely';
import { booksOf } from '../src/main/books.ts';
import { openAgencies } from '../src/modules/agencies/index.ts';
import { openCatalogue } from '../src/modules/catalogue/index.ts';
import { openPlaces } from '../src/modules/places/index.ts';
import { hmac, newId } from '../src/platform/crypto.ts';
import type { Db } from '../src/platform/db.ts';
import { openSession } from '../src/platform/sessions.ts';
import { type Answers, seal } from '../src/rules/forms/index.ts';
import { dateOf } from '../src/rules/kernel/index.ts';
import { confirmationCode } from '../src/sites/portal/apply/confirmation-number.ts';
import { birthPages, countAnswers, fill } from './answers.ts';
import { bytesOf, formOf } from './connections.ts';
import type { Environment } from './environment.ts';

/** What a browser that is signed in sends along, and what its forms carry. */
export interface SignedIn {
  readonly cookie: string;
  readonly csrf: string;
}

export interface Citizen extends SignedIn {
  readonly personId: string;
}

/** A procedure at an agency, with the answers that are sent. */
export interface Matter {
  readonly procedureId: string;
  readonly formHash: string;
  readonly agencyId: string;
  readonly answers: Answers;
  /** As kept on the dossier. */
  readonly sealed: Answers;
  readonly answered: number;
}

export interface PreparedDraft {
  readonly id: string;
  readonly citizen: Citizen;
}

const SESSIONS_AT_ONCE = 6;
let phones = 0;
/** A mobile number of nobody else; none whose ending puts the sandbox's carrier into a mood. */
export function newPhone(): string {
  phones += 1;
  while (phones % 10_000 < 10) phones += 1;
  return `+8493${String(phones).padStart(7, '0')}`;
}

/** Signs somebody in without the account service. */
export async function signedIn(
  db: Db,
  secret: string,
  site: 'portal' | 'desk',
  person: { readonly accountId: string; readonly personId: string; readonly name: string },
): Promise<SignedIn> {
  const token = await openSession(db, { site, ...person, now: Temporal.Now.instant(), hours: 8 });
  return { cookie: `mc_${site}=${token}`, csrf: hmac(secret, `csrf:${token}`) };
}

/** Signed-in people, each with a phone of their own. */
export async function citizens(db: Db, secret: string, count: number): Promise<Citizen[]> {
  const now = Temporal.Now.instant();
  const ids = Array.from({ length: count }, () => newId());
  await sql`
    insert into people.person (id, full_name, birth_date, phone, created_at)
    select id, 'Nguyễn Văn An', '1990-03-15', phone, ${now.toString()}::timestamptz
    from unnest(${ids}::uuid[], ${ids.map(newPhone)}::text[]) as p(id, phone)`.execute(db);
  const people: Citizen[] = [];
  const open = async (id: string) => {
    const person = { accountId: id, personId: id, name: 'Nguyễn Văn An' };
    people.push({ personId: id, ...(await signedIn(db, secret, 'portal', person)) });
  };
  const rest = ids.values();
  const line = async () => {
    for (const id of rest) await open(id);
  };
  await Promise.all(Array.from({ length: Math.min(SESSIONS_AT_ONCE, count) }, line));
  return people;
}

/** As many people as filings: what one person sends close together is told of together, which is less work. */
export function manyCitizens({ db, secret }: Environment, filings: number): Promise<Citizen[]> {
  return citizens(db, secret, filings);
}

/** A birth registration at UBND xã Hiệp Hòa; `electronic`: without a paper to attach. */
export function birthMatter(db: Db, electronic: boolean): Promise<Matter> {
  return matterOf(db, '1.001193', birthPages(electronic));
}

/**
 * What is filed at UBND xã Hiệp Hòa when a procedure's form is filled in so.
 * @throws Error when the reference data lacks one of them, or an answer is not taken
 */
export async function matterOf(db: Db, slug: string, pages: Parameters<typeof fill>[1]): Promise<Matter> {
  const places = await openPlaces(db);
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  const today = dateOf(Temporal.Now.instant());
  const procedure = catalogue.bySlug(slug, today);
  const agency = agencies.ofUnit('07840', today);
  const formHash = procedure && catalogue.formFor(procedure, today);
  if (!formHash || !agency) throw new Error(`bench: the reference data has no ${slug} or no xã Hiệp Hòa`);
  const books = booksOf({ catalogue, agencies, places, portalUrl: '' });
  const form = books.form(formHash);
  const context = books.formContext(agency.id, procedure.id, today);
  const answers = fill(form, pages, context);
  return {
    procedureId: procedure.id,
    formHash,
    agencyId: agency.id,
    answers,
    sealed: seal(form, answers, context),
    answered: countAnswers(answers),
  };
}

/** Drafts with every step done, spread over the citizens. */
export async function prepareDrafts(
  db: Db,
  matter: Matter,
  people: readonly Citizen[],
  count: number,
): Promise<PreparedDraft[]> {
  const drafts = Array.from({ length: count }, (_, at) => ({
    id: newId(),
    citizen: people[at % people.length]!,
  }));
  const now = Temporal.Now.instant().toString();
  await sql`
    insert into dossiers.draft (id, person_id, owner_id, procedure_id, form_hash, agency_id, answers, submit_channel, return_channel, step,
      version, created_at, updated_at)
    select id, person, person, ${matter.procedureId}::uuid, ${matter.formHash}, ${matter.agencyId}::uuid, ${JSON.stringify(matter.answers)}::jsonb,
      'online', 'counter', 'kiem-tra', 8, ${now}::timestamptz, ${now}::timestamptz
    from unnest(${drafts.map(({ id }) => id)}::uuid[], ${drafts.map(({ citizen }) => citizen.personId)}::uuid[]) as d(id, person)`.execute(
    db,
  );
  await sql`analyze dossiers.draft`.execute(db);
  return drafts;
}

/** The last post of a draft, as bytes. */
export function sendRequest(secret: string, { id, citizen }: PreparedDraft): Buffer {
  const body = formOf({ _csrf: citizen.csrf, ma: confirmationCode(secret, id), 'cam-doan': 'co' });
  return bytesOf({ method: 'POST', path: `/nop-ho-so/${id}/kiem-tra`, cookie: citizen.cookie, body });
}

/** What one dossier leaves, table by table; equal for the product and for its limit, or the comparison is not one. */
export async function rowCounts(db: Db): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`
    select (select count(*) from dossiers.dossier)::int as dossiers,
      (select count(*) from dossiers.file)::int as files,
      (select count(*) from dossiers.draft where dossier_id is not null)::int as sent_drafts,
      (select count(*) from journal.stream where stream like 'dossier:%')::int as streams,
      (select count(*) from journal.fact where name = 'dossier.submitted')::int as facts,
      (select count(*) from journal.outbox where name = 'dossier.submitted')::int as outbox`.execute(db);
  return rows[0] ?? {};
}

export type { Environment };

/** Dossiers that wait at the desk, put there by SQL. @returns their ids */
export async function sentDossiers(db: Db, secret: string, count: number): Promise<string[]> {
  const [matter, people] = [await birthMatter(db, true), await citizens(db, secret, 1)];
  const ids = Array.from({ length: count }, () => newId());
  const now = Temporal.Now.instant().toString();
  const personId = people[0]?.personId ?? '';
  await sql`
    insert into dossiers.dossier (id, request_code, secret, procedure_id, form_hash, answers, owner_id, submitter_id, submitter_name, payer_id,
      owner_name, owner_phone, agency_id, channel, submit_channel, return_channel, state, held_since, submitted_at)
    select id, 'YC-' || id, 'SECRET', ${matter.procedureId}::uuid, ${matter.formHash}, ${JSON.stringify(matter.sealed)}::jsonb,
      ${personId}::uuid, ${personId}::uuid, 'Nguyễn Văn An', ${personId}::uuid, 'Nguyễn Văn An', '+84912345678', ${matter.agencyId}::uuid, 2, 'online', 'counter', 1,
      ${now}::timestamptz, ${now}::timestamptz
    from unnest(${ids}::uuid[]) as d(id)`.execute(db);
  return ids;
}
