// What the fill takes from the reference data: who files where, what is filed with which answers and fee, when it is due. Written to a
// schema of its own (`bench_fill`), which the fill's statements join and which goes when they are through.
import { sql } from 'kysely';
import { booksOf } from '../../src/main/books.ts';
import { openAgencies } from '../../src/modules/agencies/index.ts';
import { openCatalogue } from '../../src/modules/catalogue/index.ts';
import { openPlaces } from '../../src/modules/places/index.ts';
import type { Db } from '../../src/platform/db.ts';
import { deadline } from '../../src/rules/calendar/index.ts';
import { seal } from '../../src/rules/forms/index.ts';
import { dateOf, instantOf } from '../../src/rules/kernel/index.ts';
import { birthPages, fill, GENERIC_PAGES } from '../answers.ts';
import { COMMON_NAME, FAMILY_HUNDREDTHS, GIVEN_NAMES, MIDDLE_NAMES } from './names.ts';

/** Where the demo officials sit: five in a hundred dossiers are theirs. */
const MAIN_UNIT = '07840';
/** How far back the dossiers reach. */
export const YEARS = 3;
/** Procedures beside the birth registration: with the general form; as many with a fee as are found, at most. */
const OTHERS = 11;

export interface Reference {
  /** Agencies that take dossiers, of any day of the years. */
  readonly agencies: number;
  readonly matters: number;
}

/** Reads the reference data and lays out what the statements join. @throws Error when it has no such agency or procedure */
export async function layOutReference(db: Db, now: Temporal.Instant): Promise<Reference> {
  const today = dateOf(now);
  const places = await openPlaces(db);
  const [agencies, catalogue] = await Promise.all([openAgencies(db, places), openCatalogue(db)]);
  const books = booksOf({ catalogue, agencies, places, portalUrl: 'http://127.0.0.1' });
  const main = agencies.ofUnit(MAIN_UNIT, today);
  const birth = catalogue.bySlug('1.001193', today);
  if (!main || !birth) throw new Error('the reference data has no xã Hiệp Hòa or no 1.001193');

  await sql.raw(SCHEMA).execute(db);
  await insertNames(db);
  const count = await insertAgencies(db, main.id, today);

  const generic = await genericProcedures(db, today);
  const matters = [birth.id, ...generic].flatMap((procedureId) => {
    const formHash = catalogue.formFor(catalogue.get(procedureId), today);
    if (!formHash) return [];
    const form = books.form(formHash);
    const context = books.formContext(main.id, procedureId, today);
    const pages = procedureId === birth.id ? birthPages(true) : GENERIC_PAGES;
    const answers = seal(form, fill(form, pages, context), context);
    const fee = books.fee(procedureId, answers, main.id, today);
    const { name, period, periodText } = books.procedure(procedureId);
    return [{ procedureId, formHash, answers, fee, name, period, periodText }];
  });
  await sql`
    insert into bench_fill.matter (i, procedure_id, form_hash, answers, fee, fee_lines, fee_total, name, period_text)
    select m.at - 1, (m.j->>'procedureId')::uuid, m.j->>'formHash', m.j->'answers', m.j->'fee', m.j->'fee'->'lines', (m.j->'fee'->>'total')::bigint,
      m.j->>'name', m.j->>'periodText'
    from unnest(${matters.map((one) => JSON.stringify(one))}::jsonb[]) with ordinality as m(j, at)`.execute(
    db,
  );

  // The law's own due dates: for a day of acceptance and a period, at nine in the morning.
  const terms = books.agency(main.id, today);
  const kinds = Map.groupBy(matters.entries(), ([, { period }]) => JSON.stringify(period));
  const due: { i: number; day: string; due: string; why: string }[] = [];
  const first = today.subtract({ years: YEARS, days: 5 });
  for (const group of kinds.values()) {
    const period = group[0]![1].period;
    for (let day = first; Temporal.PlainDate.compare(day, today) <= 0; day = day.add({ days: 1 })) {
      const counted = deadline({
        acceptedAt: day.toPlainDateTime('09:00'),
        period,
        pauses: [],
        calendar: terms.calendar,
        policy: terms.policy,
      });
      const one = { day: day.toString(), due: instantOf(counted.due).toString(), why: counted.why };
      for (const [i] of group) due.push({ i, ...one });
    }
  }
  await sql`
    insert into bench_fill.due (matter, day, due, why)
    select i, day, due, why from jsonb_to_recordset(${JSON.stringify(due)}::jsonb) as d(i int, day date, due timestamptz, why text)`.execute(
    db,
  );
  // A day of work for each day: itself, or the next one that is one; holidays aside, which the due dates know.
  await sql`
    insert into bench_fill.day (day, work)
    select d::date, (select min(w)::date from generate_series(d, d + interval '20 days', '1 day') w
      where extract(isodow from w) < 6 and not exists (select from agencies.holiday h where h.date = w::date and h.kind in ('holiday', 'swap-off')))
    from generate_series(${first.toString()}::date, ${today.add({ days: 400 }).toString()}::date, '1 day') d`.execute(
    db,
  );
  await sql`analyze bench_fill.agency, bench_fill.matter, bench_fill.due, bench_fill.day`.execute(db);
  return { agencies: count, matters: matters.length };
}

/** Takes away what was laid out. */
export async function clearReference(db: Db): Promise<void> {
  await sql`drop schema if exists bench_fill cascade`.execute(db);
}

async function insertNames(db: Db): Promise<void> {
  await sql`
    insert into bench_fill.names (family, middle, given, common)
    values (${[...FAMILY_HUNDREDTHS]}::text[], ${[...MIDDLE_NAMES]}::text[], ${[...GIVEN_NAMES]}::text[], ${COMMON_NAME})`.execute(
    db,
  );
}

/** Committees by the time in which they stand: before and since 1 July 2025. Those of the main agency are its own for all the years. */
async function insertAgencies(db: Db, mainId: string, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    with standing as (
      select a.*, a.valid_to is not null as old from agencies.agency a
      where a.kind = 'committee' and (a.valid_to is null or a.valid_to > ${today.subtract({ years: YEARS }).toString()}::date)
    ), laid as (
      insert into bench_fill.agency (i, old, id, code, name, desk, intake, examiner, leader, intake_name, examiner_name, leader_name, payee)
      select case when a.id = ${mainId}::uuid then 0 else row_number() over (partition by a.old order by (a.id = ${mainId}::uuid) desc, a.code) - (not a.old)::int end,
        a.old, a.id, a.code, a.name, 'Bộ phận Tiếp nhận và Trả kết quả ' || a.name,
        coalesce(seat.intake, md5('bench intake' || a.id)::uuid), coalesce(seat.examiner, md5('bench examiner' || a.id)::uuid),
        coalesce(seat.leader, md5('bench leader' || a.id)::uuid), '', '', '',
        (select jsonb_build_object('bin', p.bin, 'account', p.account, 'holder', p.holder, 'bankName', '', 'gateway', '', 'authority', '')
          from agencies.payee_account p where p.agency_id = a.id order by p.valid_from desc limit 1)
      from standing a left join lateral (
        select (array_agg(person_id) filter (where role = 'intake'))[1] as intake, (array_agg(person_id) filter (where role = 'examiner'))[1] as examiner,
          (array_agg(person_id) filter (where role = 'leader'))[1] as leader
        from agencies.assignment s where s.agency_id = a.id) seat on true
      returning 1)
    select count(*)::int as n from laid`.execute(db);
  for (const statement of OFFICIALS) await sql.raw(statement).execute(db);
  return rows[0]?.n ?? 0;
}

/** Of procedures that a commune takes with the general form: those with a fee first. */
async function genericProcedures(db: Db, today: Temporal.PlainDate): Promise<string[]> {
  const day = today.toString();
  const { rows } = await sql<{ id: string }>`
    select p.id from catalogue.procedure p
    where p.levels @> '{commune}' and p.valid_from <= ${day}::date and (p.valid_to is null or p.valid_to > ${day}::date) and p.service_level >= 3
      and not exists (select from catalogue.form_assignment f where f.procedure_slug = p.slug)
    order by (p.fee_rule::text ~ '"amount": [1-9]') desc nulls last, p.slug limit ${OTHERS}`.execute(db);
  return rows.map(({ id }) => id);
}

const SCHEMA = `
drop schema if exists bench_fill cascade;
create schema bench_fill;
create unlogged table bench_fill.names (family text[], middle text[], given text[], common text);
create unlogged table bench_fill.agency (i int, old boolean, id uuid, code text, name text, desk text, intake uuid, examiner uuid, leader uuid,
  intake_name text, examiner_name text, leader_name text, payee jsonb, primary key (old, i));
create unlogged table bench_fill.matter (i int primary key, procedure_id uuid, form_hash text, answers jsonb, fee jsonb, fee_lines jsonb,
  fee_total bigint, name text, period_text text);
create unlogged table bench_fill.due (matter int, day date, due timestamptz, why text, primary key (matter, day));
create unlogged table bench_fill.day (day date primary key, work date);
-- The hashes of a chain, as journal.write makes them one by one.
create function bench_fill.chain(stream text, bodies text[]) returns bytea[] language plpgsql immutable as $$
declare last bytea := sha256(convert_to(stream, 'UTF8')); hashes bytea[]; body text;
begin
  foreach body in array bodies loop
    last := sha256(last || convert_to(body, 'UTF8'));
    hashes := hashes || last;
  end loop;
  return hashes;
end $$;
-- The text that a fact is hashed over, as writeFact makes it.
create function bench_fill.body(stream text, name text, at timestamptz, kind text, person uuid, data text) returns text language sql immutable as $$
  select '{"stream":"' || stream || '","name":"' || name || '","at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
    || '","actor":{"kind":"' || kind || '","personId":' || coalesce('"' || person::text || '"', 'null') || '},"data":' || data || '}' $$;
create function bench_fill.uuid(at timestamptz, seed text) returns uuid language sql immutable as $$
  select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(seed), 1, 3) || '9' || substr(md5(seed), 4, 15))::uuid $$;
-- A number between 0 and 1 for a dossier and a purpose, always the same.
create function bench_fill.chance(n bigint, purpose int) returns double precision language sql immutable as $$
  select (hashint8extended(n, purpose) & 1073741823)::double precision / 1073741824 $$;
create function bench_fill.name_of(n bigint) returns text language sql stable as $$
  select case when bench_fill.chance(n, 20) < 0.01 then t.common else
    t.family[1 + floor(bench_fill.chance(n, 21) * cardinality(t.family))::int] || ' ' || t.middle[1 + floor(bench_fill.chance(n, 22) * cardinality(t.middle))::int]
    || ' ' || t.given[1 + floor(bench_fill.chance(n, 23) * cardinality(t.given))::int] end from bench_fill.names t $$;
-- ISO 7064 MOD 11,10, as in payment-reference.ts.
create function bench_fill.reference(number bigint) returns text language plpgsql immutable as $$
declare digits text := lpad(number::text, 11, '0'); product int := 10; total int;
begin
  for at in 1..11 loop
    total := (product + substr(digits, at, 1)::int) % 10;
    if total = 0 then total := 10; end if;
    product := (total * 2) % 11;
  end loop;
  return 'DVC' || digits || ((11 - product) % 10)::text;
end $$;
`;

/** Three officials at every agency that has none. */
const OFFICIALS: readonly string[] = [
  `insert into people.person (id, full_name, phone, created_at)
select o.id, bench_fill.name_of(hashint8(hashtext(o.id::text))), '+84911' || lpad((abs(hashtext(o.id::text)) % 1000000)::text, 6, '0'), now()
from bench_fill.agency a, unnest(array[a.intake, a.examiner, a.leader]) o(id) on conflict do nothing`,
  `insert into agencies.assignment (person_id, agency_id, role, title, valid_from)
select o.id, a.id, o.role, '', g.valid_from
from bench_fill.agency a join agencies.agency g on g.id = a.id,
  lateral (values (a.intake, 'intake'), (a.examiner, 'examiner'), (a.leader, 'leader')) o(id, role)
where not exists (select from agencies.assignment s where s.person_id = o.id and s.agency_id = a.id and s.role = o.role)`,
  `update bench_fill.agency a set intake_name = i.full_name, examiner_name = e.full_name, leader_name = l.full_name
from people.person i, people.person e, people.person l where i.id = a.intake and e.id = a.examiner and l.id = a.leader`,
];
