// The statements of a batch, in the order in which they run: who files, what became of each dossier and when, then table by table.
import { State } from '../../src/rules/lifecycle/index.ts';

/** Letters of spoken codes, as `spokenCode` has them. */
const LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** A code of `length` letters from a number below 31^length. */
const spoken = (number: string, length: number) =>
  Array.from(
    { length },
    (_, at) => `substr('${LETTERS}', 1 + ((${number}) / ${31n ** BigInt(at)}::bigint % 31)::int, 1)`,
  ).join(' || ');
// Multiplied by something with no factor in common the numbers go round without meeting: codes look drawn and are never drawn twice.
const CODE_10 = '(n * 387420489013 + 12345) % 819628286980801';
const CODE_8 = '(n * 54018521 + 777) % 852891037441';
const CODE_6 = '(n * 48271 + 99) % 887503681';

/** What becomes of every fortieth dossier: most have ended. */
const FATES: readonly State[] = [
  State.New,
  State.Accepted,
  State.SupplementAsked,
  State.InProgress,
  State.InProgress,
  State.Finished,
  State.Withdrawn,
  State.Refused,
  State.Refused,
  ...Array.from({ length: 31 }, () => State.Delivered),
];
/** Days that have gone by at least, so that what happened to it can have happened. */
const MIN_AGE = `case state when 1 then 0.02 when 7 then 3 when 3 then 4 when 2 then 3 when 5 then 4 when 4 then 4 when 9 then 9 else 12 end`;

const SPAN = 1095;
const at = (day: string, hour: string) => `((${day}) + ${hour}) at time zone 'Asia/Ho_Chi_Minh'`;
const hours = (from: number, n: number, purpose: number) =>
  `make_interval(secs => floor((${from} + ${n} * bench_fill.chance(n, ${purpose})) * 3600))`;
const work = (day: string) => `(select work from bench_fill.day where day = ${day})`;
/** The first half of the agencies for one half of the dossiers, the others for the other. */
const ofLane = (
  count: string,
) => `1 + floor(case when bench_fill.chance(f.n, 4) < 0.5 then bench_fill.chance(f.n, 4) * 2 * (${count} / 2)
      else ${count} / 2 + (bench_fill.chance(f.n, 4) - 0.5) * 2 * (${count} - ${count} / 2) end)::int`;
const civil = (moment: string) => `((${moment}) at time zone 'Asia/Ho_Chi_Minh')::date`;

/** People: a third as many as dossiers. $1 first, $2 last, $3 lanes, $4 lane */
export const PEOPLE = `
insert into people.person (id, personal_id, full_name, birth_date, sex, phone, created_at)
select md5('bench person ' || p)::uuid, '027' || lpad((p % 1000000000)::text, 9, '0'), bench_fill.name_of(p), (1950 + p % 55)::text, '',
  '+849' || lpad((p * 7919 % 100000000)::text, 8, '0'), now() - interval '1100 days'
from generate_series($1::bigint, $2::bigint) p where p % $3::int = $4::int on conflict do nothing`;

/**
 * The batch: a row a dossier, with all its moments. A moment that has not come is null; each follows the one before, and none lies ahead.
 * $1 first, $2 end, $3 lanes, $4 lane, $5 now, $6 first of this filling, $7 how many it is, $8 first person, $9 how many people
 */
export const BATCH = `
create temp table b on commit drop as
with fate as materialized (
  select n, (array[${FATES.join(',')}])[1 + (n % 40)::int] as state,
    -- One in twenty, whatever its state.
    ((n % 40) + n / 40) % 20 = 0 as main
  from generate_series($1::bigint, $2::bigint - 1) n
  -- A lane has agencies of its own, so that two never give the same number.
  where $3::int = 2 and case when ((n % 40) + n / 40) % 20 = 0 then 0 else (bench_fill.chance(n, 4) >= 0.5)::int end = $4::int
), aged as materialized (
  select *, ${MIN_AGE} + (${SPAN} - ${MIN_AGE}) * case
      when state in (3, 7, 10) then 1 - (n - $6::bigint + bench_fill.chance(n, 1)) / $7::bigint
      when state in (1, 2) then bench_fill.chance(n, 2) ^ 9 else bench_fill.chance(n, 2) ^ 6 end as age
  from fate
), filed as materialized (
  select *, least($5::timestamptz - make_interval(secs => (${MIN_AGE} * 86400)::int),
      ${at(`date_trunc('day', ($5::timestamptz - make_interval(secs => floor(age * 86400))) at time zone 'Asia/Ho_Chi_Minh')`, hours(7, 14, 3))}) as t0
  from aged
), placed as materialized (
  select f.*, a.id as agency_id, a.code as agency_code, a.name as agency_name, a.desk, a.intake, a.examiner, a.leader, a.intake_name, a.examiner_name,
    a.leader_name, a.payee, m.procedure_id, m.form_hash, m.i as matter, m.name as procedure, m.fee_total, m.period_text,
    p.id as person_id, p.full_name, p.phone
  from filed f
  cross join (select count(*) filter (where old)::int as old, count(*) filter (where not old)::int as new from bench_fill.agency) c
  cross join (select count(*)::int as n from bench_fill.matter) k
  join bench_fill.agency a on a.old = (not f.main and f.t0 < '2025-06-30T17:00:00Z' and c.old > 0)
    and a.i = case when f.main then 0 when f.t0 < '2025-06-30T17:00:00Z' and c.old > 0 then ${ofLane('c.old')}
      else ${ofLane('(c.new - 1)')} end
  join bench_fill.matter m on m.i = case when bench_fill.chance(f.n, 5) < 0.3 then 0 else floor(bench_fill.chance(f.n, 6) * k.n)::int end
  join people.person p on p.id = md5('bench person ' || ($8::bigint + floor(bench_fill.chance(f.n, 7) * $9::bigint)::bigint))::uuid
), a1 as materialized (
  select *, case when fee_total > 0 and state in (2, 4, 5, 9, 10) then t0 + interval '4 minutes' end as t_paid,
    case when state in (2, 4, 9, 10) then greatest(t0 + interval '6 minutes', ${at(work(`${civil('t0')} + 1`), hours(7.5, 3, 8))}) end as t_accept,
    case when state = 5 then greatest(t0 + interval '6 minutes', ${at(work(`${civil('t0')} + 1`), hours(7.5, 8, 8))}) end as t_ask,
    case when state = 3 then greatest(t0 + interval '6 minutes', ${at(work(`${civil('t0')} + 1`), hours(7.5, 8, 8))}) end as t_refuse,
    case when state = 7 then t0 + ${hours(1, 24, 8)} end as t_withdraw
  from placed
), a2 as materialized (
  select a1.*, d.due, d.why, case when state in (4, 9, 10) then t_accept + ${hours(0.3, 5, 9)} end as t_take
  from a1 left join bench_fill.due d on d.matter = a1.matter and d.day = ${civil('a1.t_accept')}
), a3 as materialized (
  select *, case when state in (9, 10) then greatest(t_take + interval '40 minutes', ${at(
    work(`case when bench_fill.chance(n, 10) < 0.88
      then ${civil('t_accept')} + floor((${civil('due')} - ${civil('t_accept')}) * bench_fill.chance(n, 11))::int
      else ${civil('due')} + 1 + floor(bench_fill.chance(n, 11) ^ 3 * 90)::int end`),
    hours(13.5, 3.4, 12),
  )}) end as t_sign
  from a2
), a4 as materialized (
  select *, case when state in (9, 10) then greatest(t_take + interval '10 minutes', t_sign - interval '90 minutes')
      when state = 4 and bench_fill.chance(n, 13) < 0.4 then t_take + ${hours(1, 40, 14)} end as t_propose,
    case when state = 10 then greatest(t_sign + interval '20 minutes', ${at(work(`${civil('t_sign')} + floor(bench_fill.chance(n, 15) * 6)::int`), hours(15, 2, 16))}) end as t_deliver
  from a3
), past as materialized (
  select *, ${[
    ['paid', 9],
    ['accept', 8],
    ['ask', 8],
    ['refuse', 8],
    ['withdraw', 8],
    ['take', 7],
    ['propose', 6],
    ['sign', 5],
    ['deliver', 4],
  ]
    .map(
      ([act, ago]) =>
        `case when t_${act} is not null then least(t_${act}, $5::timestamptz - interval '${ago} minutes') end as e_${act}`,
    )
    .join(',\n    ')}
  from a4
), ids as materialized (
  select *, bench_fill.uuid(t0, 'dossier' || n) as id, 'YC-' || ${spoken(CODE_10, 5)} || '-' || ${spoken(`(${CODE_10}) / 28629151`, 5)} as request_code,
    ${spoken(CODE_6, 6)} as secret, ${spoken(CODE_8, 8)} as check_code,
    case when e_sign is not null then bench_fill.uuid(e_sign, 'result' || n) end as result_id,
    case when e_propose is not null then bench_fill.uuid(e_propose, 'proposal' || n) end as proposal_id,
    case when fee_total > 0 then bench_fill.uuid(t0, 'bill' || n) end as bill_id,
    case when e_paid is not null and payee is not null then bench_fill.uuid(e_paid, 'notice' || n) end as notice_id
  from past
)
select *, 'dossier:' || id as stream,
  case when e_accept is not null then row_number() over (partition by agency_code, ${civil('e_accept')}, e_accept is null order by e_accept, n)
    + coalesce((select last from dossiers.day_number d where d.agency_code = ids.agency_code and d.day = ${civil('e_accept')}), 0) end as day_serial,
  case when e_sign is not null then row_number() over (partition by agency_id, extract(year from e_sign at time zone 'Asia/Ho_Chi_Minh'), e_sign is null order by e_sign, n)
    + coalesce((select last from results.number r where r.agency_id = ids.agency_id
      and r.year = extract(year from e_sign at time zone 'Asia/Ho_Chi_Minh')), 0) end as serial,
  coalesce(e_deliver, e_sign, e_propose, e_take, e_accept, e_ask, e_refuse, e_withdraw, t0) as e_held,
  coalesce(e_sign, e_refuse, e_withdraw) as e_end,
  null::text as number, null::text as result_number
from ids`;

/** Numbers from their serials, as the books of the day and of the year have them afterwards. */
export const NUMBERS: readonly string[] = [
  `update b set
    number = case when day_serial is not null then agency_code || '-' || to_char(${civil('e_accept')}, 'YYMMDD') || '-' || lpad(day_serial::text, greatest(5, length(day_serial::text)), '0') end,
    result_number = case when serial is not null then lpad(serial::text, greatest(2, length(serial::text)), '0') || '/'
      || to_char(e_sign at time zone 'Asia/Ho_Chi_Minh', 'YYYY') || '/TB-UBND' end`,
  `insert into dossiers.day_number (agency_code, day, last)
  select agency_code, ${civil('e_accept')}, max(day_serial) from b where day_serial is not null group by 1, 2
  on conflict (agency_code, day) do update set last = excluded.last`,
  `insert into results.number (agency_id, year, last)
  select agency_id, extract(year from e_sign at time zone 'Asia/Ho_Chi_Minh')::int, max(serial) from b where serial is not null group by 1, 2
  on conflict (agency_id, year) do update set last = excluded.last`,
];

export { at, civil };
