-- Plumbing (sessions, counters) and the journal: one fact per act, hash-chained per stream, with its outbox row.
create schema platform;

create table platform.session (
  id          text primary key,            -- sha-256 of the cookie's token: a stolen table signs nobody in
  site        text not null,
  account_id  uuid not null,
  person_id   uuid not null,
  name        text not null,
  data        jsonb not null default '{}',
  created_at  timestamptz not null,
  expires_at  timestamptz not null
);
create index session_ended on platform.session (expires_at);

create table platform.rate (
  key          text primary key,
  window_start timestamptz not null,
  count        integer not null
);

create schema journal;

create table journal.stream (
  stream text primary key,
  seq    integer not null,
  hash   bytea not null
);

-- hash = sha256(previous hash || body as UTF-8); the first of a stream chains from sha256(stream name).
create table journal.fact (
  stream text not null references journal.stream,
  seq    integer not null,
  name   text not null,
  at     timestamptz not null,
  body   text not null,
  hash   bytea not null,
  primary key (stream, seq)
);
create index fact_at on journal.fact (at);

create table journal.outbox (
  id     bigint generated always as identity primary key,
  stream text not null,
  seq    integer not null,
  name   text not null,
  body   text not null
);

create function journal.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the journal is append-only';
end $$;
create trigger fact_append_only before update or delete or truncate on journal.fact
  for each statement execute function journal.refuse_change();
