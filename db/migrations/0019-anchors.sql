-- Heads of the journal are anchored outside. Which streams moved since their last anchor, which anchors there are; both told from the
-- outside file, which is the witness. Nothing is added to what an act writes: the relay notes the stream when it takes the fact.
create table journal.touched (
  stream text primary key,
  seq    integer not null                  -- the last fact that the relay has taken
);
insert into journal.touched (stream, seq) select stream, seq from journal.stream;

create table journal.anchor (
  file text not null,                      -- the anchor file's own name for itself
  n    integer not null,
  at   timestamptz not null,
  hash bytea not null,                     -- sha-256 of what was signed
  primary key (file, n)
);
create trigger anchor_append_only before update or delete or truncate on journal.anchor
  for each statement execute function journal.refuse_change();
create trigger stream_stays before delete or truncate on journal.stream
  for each statement execute function journal.refuse_change();
