-- Facts of many streams in one journey to the database, and what somebody waits for at the screen apart from what has gathered.
alter table journal.outbox add column soon boolean not null default false;
create index outbox_soon on journal.outbox (id) where soon;

-- As journal.write, for facts on streams each of which is named once.
create function journal.write_all(of_streams text[], fact_names text[], fact_at timestamptz, fact_bodies text[], are_soon boolean[])
returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  with given as materialized (
    select * from unnest(of_streams, fact_names, fact_bodies, are_soon) with ordinality as g(stream, name, body, soon, n)
  ), head as (
    -- In one order, so that two who write the same streams do not wait for each other.
    insert into journal.stream as s (stream, seq, hash)
    select stream, 1, sha256(sha256(convert_to(stream, 'UTF8')) || convert_to(body, 'UTF8')) from given order by stream
    on conflict (stream) do update
      set seq = s.seq + 1,
        hash = sha256(s.hash || convert_to((select g.body from given g where g.stream = s.stream), 'UTF8'))
    returning stream, seq, hash
  ), fact as (
    insert into journal.fact (stream, seq, name, at, body, hash)
    select stream, head.seq, given.name, fact_at, given.body, head.hash from head join given using (stream)
    returning stream, seq
  )
  insert into journal.outbox (stream, seq, name, body, soon)
  select stream, fact.seq, given.name, given.body, given.soon from fact join given using (stream) order by given.n;
end $$;

-- As journal.take, of what somebody waits for alone: it overtakes all that has gathered.
create function journal.take_soon(at_most integer) returns table (stream text, seq integer, name text, body text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with taken as (
    delete from journal.outbox
    where id in (select id from journal.outbox where soon order by id limit at_most for update skip locked)
    returning id, stream, seq, name, body
  ), touched as (
    insert into journal.touched (stream, seq) select stream, max(seq) from taken group by stream order by stream
    on conflict (stream) do update set seq = greatest(journal.touched.seq, excluded.seq)
  )
  select stream, seq, name, body from taken order by id;
$$;

revoke execute on function journal.write_all(text[], text[], timestamptz, text[], boolean[]) from public;
revoke execute on function journal.take_soon(integer) from public;
