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

/** What a queue takes of the dossiers `d` of its states, with `proposed` telling whether a proposal waits. */
function takes(queue: Queue, { personId }: Asker, proposed: RawBuilder<unknown>): RawBuilder<unknown>[] {
  return [
    ...(queue.mine ? [sql`d.holder_id = ${personId}::uuid`] : []),
    ...(queue.proposed === undefined ? [] : [sql`${proposed} = ${queue.proposed}`]),
  ];
}

const among = (states: readonly State[]) => sql`any(${[...states]}::smallint[])`;
const both = (conditions: readonly RawBuilder<unknown>[]) =>
  sql<SqlBool>`${sql.join(conditions, sql` and `)}`;

/** One pass over what is open; the ended dossiers are not counted, they only grow. */
export function countRows(queues: readonly Queue[], asker: Asker) {
  const columns = queues
    .filter((queue) => !queue.ended)
    .map((queue) => {
      const counted = [
        sql`d.state = ${among(queue.states)}`,
        sql`d.roles && ${[...queue.roles]}::text[]`,
        ...takes(queue, asker, sql`d.proposed`),
      ];
      return sql`count(*) filter (where ${both(counted)})::int as ${sql.id(queue.name)}`;
    });
  return sql<Partial<Record<QueueName, number>>>`
    with ${seatsOn(asker)},
    d as (
      select d.state, d.holder_id, s.roles, (d.state = ${State.InProgress} and ${PROPOSED}) as proposed
      from seat s join dossiers.dossier d on d.agency_id = s.agency_id and d.state = ${among(OPEN)})
    select ${columns.length > 0 ? sql.join(columns) : sql`1`} from d`;
}

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

const COLUMNS = sql`
  d.id, coalesce(d.number, d.request_code) as number, d.owner_name as owner, p.name as procedure, d.agency_id as "agencyId", d.state,
  d.money_state as "moneyState", d.fee, d.submit_channel as "submitChannel", d.return_channel as "returnChannel",
  d.submitted_at as "submittedAt", d.held_since as "heldSince", d.due_current as due, d.finished_at as "finishedAt",
  h.full_name as holder, (d.state = ${State.InProgress} and ${PROPOSED}) as proposed, d.desk_order as mark`;

const WITH_NAMES = sql`
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
    from dossiers.dossier d join seat s on s.agency_id = d.agency_id ${WITH_NAMES}
    where d.appointment >= ${day.toString()} and d.appointment < ${day.add({ days: 1 }).toString()}
      and d.state <> all(${[State.Refused, State.Withdrawn]}::smallint[])
    order by d.appointment, d.submitted_at, d.id limit ${MOST_APPOINTMENTS}`;
}

const MOST_APPOINTMENTS = 500;

export interface After {
  readonly mark: Temporal.Instant;
  readonly id: string;
}

/** A page of a queue: each seat's dossiers of each state come in their order from the index, no more than the page holds. */
export function queueRows(queue: Queue, asker: Asker, limit: number, after?: After) {
  const direction = queue.ended ? sql`desc` : sql`asc`;
  const order = sql`d.desk_order ${direction}, d.id ${direction}`;
  const beyond = queue.ended ? sql`<` : sql`>`;
  const conditions = [
    sql`d.agency_id = s.agency_id`,
    sql`d.state = of.state`,
    ...takes(queue, asker, PROPOSED),
    ...(after ? [sql`(d.desk_order, d.id) ${beyond} (${after.mark}::timestamptz, ${after.id}::uuid)`] : []),
  ];
  return sql<WaitingRow>`
    with ${seatsOn(asker)},
    top as (
      select d.id from seat s cross join unnest(${[...queue.states]}::smallint[]) of(state)
      cross join lateral (
        select d.id, d.desk_order from dossiers.dossier d where ${both(conditions)} order by ${order} limit ${limit}) d
      where s.roles && ${[...queue.roles]}::text[]
      order by ${order} limit ${limit})
    select ${COLUMNS} from top join dossiers.dossier d on d.id = top.id ${WITH_NAMES} order by ${order}`;
}

/** Dossiers of one's own agencies whose number or request code is one of these. */
export function toldRows(numbers: readonly string[], asker: Asker) {
  const told = sql`any(${numbers}::text[])`;
  return sql<WaitingRow>`
    with ${seatsOn(asker)}
    select ${COLUMNS} from dossiers.dossier d join seat s on s.agency_id = d.agency_id ${WITH_NAMES}
    where d.number = ${told} or d.request_code = ${told}
    order by d.id`;
}

/**
 * Dossiers told by a part of name, number or code, in small letters without marks: open ones first, the newest first. All of an agency's are
 * looked through in the index, and no further than a page of them is found.
 * @param parts at least one
 */
export function foundRows(parts: readonly string[], asker: Asker, limit: number) {
  const like = sql.join(
    parts.map((part) => sql`d.sought like ${`%${escaped(part)}%`}`),
    sql` or `,
  );
  return sql<WaitingRow>`
    with ${seatsOn(asker)},
    hit as (
      select d.id, 0 as ended, d.held_since from seat s cross join lateral (
        select d.id, d.held_since from dossiers.dossier d
        where d.agency_id = s.agency_id and d.state = ${among(OPEN)} and (${like})
        order by d.held_since desc, d.id limit ${limit}) d
      union all
      select d.id, 1 as ended, d.held_since from seat s cross join unnest(${[...FINAL]}::smallint[]) of(state) cross join lateral (
        select d.id, d.held_since from dossiers.dossier d
        where d.agency_id = s.agency_id and d.state = of.state and (${like})
        order by d.desk_order desc, d.id desc limit ${limit}) d),
    top as (select id, ended from hit order by ended, held_since desc, id limit ${limit})
    select ${COLUMNS} from top join dossiers.dossier d on d.id = top.id ${WITH_NAMES}
    order by top.ended, d.held_since desc, d.id`;
}

function escaped(text: string): string {
  return text.replace(/[\\%_]/gu, '\\$&');
}
