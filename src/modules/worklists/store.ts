// The SQL of the worklists. Each statement starts from the seats a person holds on a day, so rows of other agencies never come in sight.
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FeeSituation, MoneyState } from '../../rules/fees/index.ts';
import { FINAL, OPEN, State } from '../../rules/lifecycle/index.ts';
import type { Queue, QueueName } from './queues.ts';

/** Who asks, on which day. */
export interface Asker {
  readonly personId: string;
  readonly today: Temporal.PlainDate;
}

export interface SeatRow {
  agencyId: string;
  agencyName: string;
  role: string;
  title: string;
  inForce: boolean;
}

const seatsOn = ({ personId, today }: Asker) => sql`
  seat as materialized (select * from agencies.seats_on(${personId}::uuid, ${today.toString()}::date))`;

export const seatRows = ({ personId, today }: Asker) => sql<SeatRow>`
  select s.agency_id as "agencyId", a.name as "agencyName", s.role, s.title,
    a.valid_from <= ${today.toString()}::date and (a.valid_to is null or a.valid_to > ${today.toString()}::date) as "inForce"
  from agencies.assignment s join agencies.agency a on a.id = s.agency_id
  where s.person_id = ${personId}::uuid and s.valid_from <= ${today.toString()}::date
    and (s.valid_to is null or s.valid_to > ${today.toString()}::date)
  order by a.name, s.role`;

// A proposal is open until the leader gives it back; there is at most one such.
const PROPOSED = sql`exists (
  select from dossiers.proposal p where p.dossier_id = d.id and p.returned_at is null)`;

function belongs(queue: Queue, { personId }: Asker): RawBuilder<SqlBool> {
  const parts = [
    sql`d.state = any(${[...queue.states]}::smallint[])`,
    sql`s.roles && ${[...queue.roles]}::text[]`,
    ...(queue.mine ? [sql`d.holder_id = ${personId}::uuid`] : []),
    ...(queue.proposed === undefined ? [] : [sql`${PROPOSED} = ${queue.proposed}`]),
  ];
  return sql<SqlBool>`(${sql.join(parts, sql` and `)})`;
}

/** One pass over what is open; the ended dossiers are not counted, they only grow. */
export function countRows(queues: readonly Queue[], asker: Asker) {
  const open = queues.filter((queue) => queue.orderedBy !== 'ended');
  const columns = open.map(
    (queue) => sql`count(*) filter (where ${belongs(queue, asker)})::int as ${sql.id(queue.name)}`,
  );
  return sql<Partial<Record<QueueName, number>>>`
    with ${seatsOn(asker)}
    select ${columns.length > 0 ? sql.join(columns) : sql`1`}
    from dossiers.dossier d join seat s on s.agency_id = d.agency_id
    where d.state = any(${[...OPEN]}::smallint[])`;
}

const ORDER = {
  submitted: sql`d.submitted_at`,
  due: sql`coalesce(d.due_current, d.submitted_at)`,
  held: sql`d.held_since`,
  finished: sql`coalesce(d.finished_at, d.submitted_at)`,
  ended: sql`coalesce(d.delivered_at, d.finished_at, d.submitted_at)`,
} as const;

export interface WaitingRow {
  id: string;
  number: string;
  owner: string;
  procedure: string;
  agencyId: string;
  state: State;
  moneyState: MoneyState;
  fee: FeeSituation['fee'];
  submitChannel: string;
  returnChannel: string;
  submittedAt: Temporal.Instant;
  heldSince: Temporal.Instant;
  due: Temporal.Instant | null;
  finishedAt: Temporal.Instant | null;
  holder: string | null;
  proposed: boolean;
  /** Where the next page begins. */
  mark: Temporal.Instant;
}

const columns = (mark: RawBuilder<unknown>) => sql`
  d.id, coalesce(d.number, d.request_code) as number, d.owner_name as owner, p.name as procedure, d.agency_id as "agencyId", d.state,
  d.money_state as "moneyState", d.fee, d.submit_channel as "submitChannel", d.return_channel as "returnChannel",
  d.submitted_at as "submittedAt", d.held_since as "heldSince", d.due_current as due, d.finished_at as "finishedAt",
  h.full_name as holder, (d.state = ${State.InProgress} and ${PROPOSED}) as proposed, ${mark} as mark`;

const TABLES = sql`
  dossiers.dossier d
  join seat s on s.agency_id = d.agency_id
  join catalogue.procedure p on p.id = d.procedure_id
  left join people.person h on h.id = d.holder_id`;

export interface AppointmentRow {
  id: string;
  appointment: string;
  number: string;
  owner: string;
  phone: string;
  procedure: string;
  state: State;
}

/** Dossiers neither refused nor withdrawn whose applicants come on a day. */
export function appointmentRows(asker: Asker, day: Temporal.PlainDate) {
  return sql<AppointmentRow>`
    with ${seatsOn(asker)}
    select d.id, d.appointment, coalesce(d.number, d.request_code) as number, d.owner_name as owner, d.owner_phone as phone,
      p.name as procedure, d.state
    from ${TABLES}
    where d.appointment >= ${day.toString()} and d.appointment < ${day.add({ days: 1 }).toString()}
      and d.state <> all(${[State.Refused, State.Withdrawn]}::smallint[])
    order by d.appointment, d.submitted_at, d.id limit ${MOST_APPOINTMENTS}`;
}

const MOST_APPOINTMENTS = 500;

export interface After {
  readonly mark: Temporal.Instant;
  readonly id: string;
}

export function queueRows(queue: Queue, asker: Asker, limit: number, after?: After) {
  const mark = ORDER[queue.orderedBy];
  const down = queue.orderedBy === 'ended';
  const direction = down ? sql`desc` : sql`asc`;
  const beyond = after
    ? sql`and (${mark}, d.id) ${down ? sql`<` : sql`>`} (${after.mark}::timestamptz, ${after.id}::uuid)`
    : sql``;
  return sql<WaitingRow>`
    with ${seatsOn(asker)}
    select ${columns(mark)} from ${TABLES}
    where ${belongs(queue, asker)} ${beyond}
    order by ${mark} ${direction}, d.id ${direction} limit ${limit}`;
}

// Marks fall away after decomposition; đ is a letter of its own.
const FOLDED_NAME = sql`lower(replace(replace(regexp_replace(normalize(d.owner_name, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'D'))`;

export interface Sought {
  /** Whole numbers and request codes. */
  readonly numbers: readonly string[];
  /** Part of a number or request code, in capitals. */
  readonly code: string;
  /** Part of a name, folded. */
  readonly name: string;
}

export function foundRows({ numbers, code, name }: Sought, asker: Asker, limit: number) {
  return sql<WaitingRow>`
    with ${seatsOn(asker)}
    select ${columns(ORDER.held)} from ${TABLES}
    where d.number = any(${numbers}::text[]) or d.request_code = any(${numbers}::text[])
       or d.number like ${`%${escaped(code)}%`} or d.request_code like ${`%${escaped(code)}%`}
       or ${FOLDED_NAME} like ${`%${escaped(name)}%`}
    order by (d.state = any(${[...FINAL]}::smallint[])), d.held_since desc, d.id limit ${limit}`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}
