-- What a dissolved body had is its successor's from that day on: its dossiers, its officials' work, its numbers.

create index on agencies.agency (successor_id);

-- The body that answers on a day for one of any day: itself while it is in force, else who took its place over all changes;
-- itself again when several did.
create function agencies.body_on(asked uuid, day date) returns uuid
language sql stable as $$
  with recursive line as (
    select id, valid_to, successor_id, 0 as step from agencies.agency where id = asked
    union all
    select next.id, next.valid_to, next.successor_id, line.step + 1
    from line join agencies.agency next on next.id = line.successor_id
    where line.valid_to <= day and line.step < 16
  )
  select coalesce((select id from line where valid_to is null or valid_to > day order by step limit 1), asked)
$$;

-- The agencies for which a person may act on a day, with the roles: those of their seats, and those whose place these took.
-- A seat at a dissolved body counts only while nobody took its place.
create function agencies.seats_on(person uuid, day date) returns table (agency_id uuid, roles text[])
language sql stable rows 8 as $$
  with recursive held as (
    select seat.agency_id, seat.role
    from agencies.assignment seat join agencies.agency body on body.id = seat.agency_id
    where seat.person_id = person and seat.valid_from <= day and (seat.valid_to is null or seat.valid_to > day)
      and (body.valid_to is null or body.valid_to > day or body.successor_id is null)
    union
    select former.id, held.role
    from held join agencies.agency former on former.successor_id = held.agency_id
    where former.valid_to <= day
  )
  select agency_id, array_agg(role order by role) from held group by agency_id
$$;
