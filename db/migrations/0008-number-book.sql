-- The number book: every number ever given, what became of it, and why when it became nothing. A number is taken in a short
-- transaction, the paper is made and signed outside, and a second short transaction puts it to use.
create table results.given_number (
  id          uuid primary key,            -- also the id of the result that uses it
  agency_id   uuid not null,
  year        integer not null,
  serial      integer not null,
  number      text not null,               -- as the paper says it
  state       text not null check (state in ('reserved', 'used', 'void')),
  dossier_id  uuid not null,
  ground      jsonb not null,              -- what the leader saw, in the dossier's words: used only while that stands
  signer_id   uuid not null,
  signer_name text not null,
  reserved_at timestamptz not null,        -- the day on the paper
  taken_at    timestamptz,                 -- somebody makes and signs the paper since then; null = nobody now
  again_at    timestamptz,                 -- the sweep looks at it again then
  tries       integer not null default 0,  -- of the sweep
  paper       jsonb,                       -- what the paper is made from, only while reserved: same data, same bytes
  sha256      text,                        -- of the signed file, noted before it is kept
  ended_at    timestamptz,
  void_why    text,
  unique (agency_id, year, serial),
  check ((state = 'void') = (void_why is not null)),
  check ((state = 'reserved') = (ended_at is null))
);
-- One signing at a time on a dossier.
create unique index given_number_under_way on results.given_number (dossier_id) where state = 'reserved';
create index given_number_dossier on results.given_number (dossier_id, reserved_at desc);
-- Files of papers that were signed and never issued, until they are taken away.
create index given_number_left_over on results.given_number (id) where state = 'void' and sha256 is not null;

-- The numbers given before the book.
insert into results.given_number (id, agency_id, year, serial, number, state, dossier_id, ground, signer_id, signer_name, reserved_at, sha256, ended_at)
select id, agency_id, split_part(split_part(number, '/', 2), ' ', 1)::integer, split_part(number, '/', 1)::integer, number, 'used', dossier_id, '{}',
  signer_id, signer_name, signed_at, sha256, signed_at
from results.result;
