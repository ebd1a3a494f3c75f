// Which official may do what at which agency, by date.
import { sql } from 'kysely';
import { inBatches } from '../../platform/batch.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type SeatRole, seatRoleOf } from '../../rules/lifecycle/index.ts';

/** The roles a person holds on a day at an agency, or at the body that took its place; none for a stranger. */
export async function rolesAt(
  db: Db | Tx,
  personId: string,
  agencyId: string,
  date: Temporal.PlainDate,
): Promise<SeatRole[]> {
  const { rows } = await sql<{ roles: string[] }>`
    select roles from agencies.seats_on(${personId}::uuid, ${date.toString()}::date)
    where agency_id = ${agencyId}::uuid`.execute(db);
  return rows.flatMap(({ roles }) => roles.map(seatRoleOf));
}

export interface Assignment {
  agencyId: string;
  role: SeatRole;
  title: string;
}

/** Every assignment a person holds on a day. */
export async function assignmentsOf(
  db: Db | Tx,
  personId: string,
  date: Temporal.PlainDate,
): Promise<Assignment[]> {
  const day = date.toString();
  const rows = await db
    .selectFrom('agencies.assignment')
    .select(['agency_id', 'role', 'title'])
    .where('person_id', '=', personId)
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .execute();
  return rows.map((row) => ({ agencyId: row.agency_id, role: seatRoleOf(row.role), title: row.title }));
}

const seats = inBatches<readonly string[]>(async (db, keys) => {
  const asked = keys.map((key) => key.split(' ') as [person: string, day: string]);
  const { rows } = await sql<{ person: string; day: string; seats: string[] }>`
    select asked.person::text, asked.day::text, array_agg(a.agency_id || ' ' || a.role) as seats
    from unnest(${asked.map(([person]) => person)}::uuid[], ${asked.map(([, day]) => day)}::date[]) as asked (person, day)
    join agencies.assignment a on a.person_id = asked.person
      and a.valid_from <= asked.day and (a.valid_to is null or a.valid_to > asked.day)
    group by asked.person, asked.day`.execute(db);
  return new Map(rows.map(({ person, day, seats }) => [`${person} ${day}`, seats]));
});

/** The seats a person holds on a day, each as one text (agency and role) to compare with those of another moment. */
export async function seatMarksOf(
  db: Db,
  personId: string,
  date: Temporal.PlainDate,
): Promise<readonly string[]> {
  return (await seats(db, `${personId} ${date}`)) ?? [];
}

/** Gives a person a role at an agency from a day on; again is harmless. */
export async function assign(
  db: Db | Tx,
  input: { personId: string; agencyId: string; role: SeatRole; title: string; from: string },
): Promise<void> {
  await db
    .insertInto('agencies.assignment')
    .values({
      person_id: input.personId,
      agency_id: input.agencyId,
      role: input.role,
      title: input.title,
      valid_from: input.from,
    })
    .onConflict((c) => c.doNothing())
    .execute();
}
