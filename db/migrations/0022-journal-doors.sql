-- The program's role reads the journal and writes it through these doors alone: it can neither move a head nor take a fact away, and what
-- it appends is chained here. They run with the rights of whoever owns the tables.
create function journal.write(of_stream text, fact_name text, fact_at timestamptz, fact_body text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- The row lock of the head orders the chain; fact and outbox row follow.
  with head as (
    insert into journal.stream as s (stream, seq, hash)
    values (of_stream, 1, sha256(sha256(convert_to(of_stream, 'UTF8')) || convert_to(fact_body, 'UTF8')))
    on conflict (stream) do update
      set seq = s.seq + 1, hash = sha256(s.hash || convert_to(fact_body, 'UTF8'))
    returning seq, hash
  ), fact as (
    insert into journal.fact (stream, seq, name, at, body, hash)
    select of_stream, seq, fact_name, fact_at, fact_body, hash from head
    returning seq
  )
  insert into journal.outbox (stream, seq, name, body) select of_stream, seq, fact_name, fact_body from fact;
end $$;

-- The relay takes the oldest facts that no other relay holds; their heads are anchored next time.
create function journal.take(at_most integer) returns table (stream text, seq integer, name text, body text)
language sql security definer set search_path = pg_catalog, pg_temp as $$
  with taken as (
    delete from journal.outbox
    where id in (select id from journal.outbox order by id limit at_most for update skip locked)
    returning id, stream, seq, name, body
  ), touched as (
    insert into journal.touched (stream, seq) select stream, max(seq) from taken group by stream order by stream
    on conflict (stream) do update set seq = greatest(journal.touched.seq, excluded.seq)
  )
  select stream, seq, name, body from taken order by id;
$$;

-- Before an anchor: what the relay has not taken yet moved too; `everything` when a file is begun anew.
create function journal.touch(everything boolean) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into journal.touched (stream, seq)
    select stream, max(seq) from (
      select stream, seq from journal.outbox union all select stream, seq from journal.stream where everything
    ) moved group by stream
  on conflict (stream) do update set seq = greatest(journal.touched.seq, excluded.seq);
$$;

-- After it: a stream that has moved on meanwhile stays noted.
create function journal.forget_touched(streams text[], seqs integer[]) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  delete from journal.touched t using unnest(streams, seqs) as h(stream, seq) where t.stream = h.stream and t.seq <= h.seq;
$$;

create function journal.note_anchor(of_file text, number integer, anchored_at timestamptz, anchor_hash bytea) returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  insert into journal.anchor (file, n, at, hash) values (of_file, number, anchored_at, anchor_hash) on conflict (file, n) do nothing;
$$;

revoke execute on all functions in schema journal from public;
