-- Files by content, drafts, and dossiers with their papers, pauses and hand-overs.
create schema files;

create table files.blob (
  sha256   text primary key,
  size     bigint not null,
  mime     text not null,
  added_at timestamptz not null
);

create schema dossiers;

create table dossiers.draft (
  id             uuid primary key,
  person_id      uuid not null references people.person,
  procedure_id   uuid not null references catalogue.procedure,
  form_hash      text references catalogue.form,
  agency_id      uuid references agencies.agency,
  answers        jsonb not null default '{}',
  submit_channel text,
  return_channel text,
  return_address text not null default '',
  step           text not null,
  version        integer not null default 1,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  dossier_id     uuid                      -- set when sent: sending again leads to the same dossier
);
create index draft_person on dossiers.draft (person_id, updated_at desc) where dossier_id is null;

create table dossiers.draft_file (
  id        uuid primary key,
  draft_id  uuid not null references dossiers.draft on delete cascade,
  component text not null,
  sha256    text not null references files.blob,
  name      text not null,
  mime      text not null,
  size      bigint not null,
  added_at  timestamptz not null
);
create index draft_file_draft on dossiers.draft_file (draft_id);

create table dossiers.dossier (
  id             uuid primary key,
  request_code   text not null unique,     -- given when sent
  number         text unique,              -- given once, in the transaction that accepts
  secret         text not null,            -- printed on the slip; with the number it shows the state only
  procedure_id   uuid not null references catalogue.procedure,
  form_hash      text references catalogue.form,
  answers        jsonb not null,
  owner_id       uuid not null references people.person,
  submitter_id   uuid not null references people.person,
  owner_name     text not null,
  owner_phone    text not null,
  agency_id      uuid not null references agencies.agency,
  channel        smallint not null,        -- 1 counter, 2 online, 3 public post
  submit_channel text not null,
  return_channel text not null,
  return_address text not null default '',
  state          smallint not null,        -- national codes 1-10
  fee            jsonb not null default '{}', -- the quote, frozen when sent: {lines, total, when, online}
  money_state    text not null default 'none' check (money_state in ('none', 'due', 'paid')),
  money_paid_at  timestamptz,
  delivery_state text not null default 'none' check (delivery_state in ('none', 'ready', 'delivered')),
  sync_state     text not null default 'pending',
  holder_id      uuid,                     -- the official who has it; null = the desk of the agency
  held_since     timestamptz not null,
  submitted_at   timestamptz not null,
  accepted_at    timestamptz,
  due_original   timestamptz,
  due_current    timestamptz,
  due_why        text not null default '',
  finished_at    timestamptz,
  delivered_at   timestamptz,
  version        integer not null default 1
);
create index dossier_owner on dossiers.dossier (owner_id, submitted_at desc);
create index dossier_queue on dossiers.dossier (agency_id, state, due_current, submitted_at);

create table dossiers.file (
  id            uuid primary key,
  dossier_id    uuid not null references dossiers.dossier,
  component     text not null,
  sha256        text not null references files.blob,
  name          text not null,
  mime          text not null,
  size          bigint not null,
  supplement_id uuid,
  added_at      timestamptz not null
);
create index file_dossier on dossiers.file (dossier_id);

create table dossiers.day_number (
  agency_code text not null,
  day         date not null,
  last        integer not null,
  primary key (agency_code, day)
);

create table dossiers.supplement (
  id          uuid primary key,
  dossier_id  uuid not null references dossiers.dossier,
  seq         integer not null,
  from_state  smallint not null,
  from_holder uuid,
  asked_at    timestamptz not null,
  asked_by    uuid not null,
  reason      text not null,
  answered_at timestamptz,
  note        text not null default '',
  answers     jsonb,                       -- the whole form as mended, until it is sent
  answers_before jsonb,                    -- the form as it stood before, kept
  due_before  timestamptz,
  due_after   timestamptz,
  unique (dossier_id, seq)
);

create table dossiers.supplement_item (
  id            uuid primary key,
  supplement_id uuid not null references dossiers.supplement,
  seq           integer not null,
  kind          text not null check (kind in ('component', 'field')),
  subject       text not null,             -- component key or field key
  name          text not null,
  wrong         text not null,
  todo          text not null,
  unique (supplement_id, seq)
);

-- Papers gathered for an answer, not yet sent.
create table dossiers.supplement_file (
  id            uuid primary key,
  supplement_id uuid not null references dossiers.supplement,
  component     text not null,
  sha256        text not null references files.blob,
  name          text not null,
  mime          text not null,
  size          bigint not null,
  added_at      timestamptz not null
);
create index supplement_file_supplement on dossiers.supplement_file (supplement_id);

-- Each hand-over: giver, taker, time (Phiếu kiểm soát quá trình giải quyết hồ sơ).
create table dossiers.hop (
  dossier_id uuid not null references dossiers.dossier,
  seq        integer not null,
  at         timestamptz not null,
  act        text not null,
  from_name  text not null,
  to_name    text not null,
  note       text not null default '',
  primary key (dossier_id, seq)
);

-- Papers 01, 02, 03 with the data frozen when they were issued; the PDF is made from it, always the same.
create table dossiers.paper (
  id         uuid primary key,
  dossier_id uuid not null references dossiers.dossier,
  kind       text not null check (kind in ('01', '02', '03')),
  data       jsonb not null,
  issued_at  timestamptz not null
);
create index paper_dossier on dossiers.paper (dossier_id);

create table dossiers.proposal (
  id          uuid primary key,
  dossier_id  uuid not null references dossiers.dossier,
  at          timestamptz not null,
  by_id       uuid not null,
  by_name     text not null,
  note        text not null,
  result      jsonb not null default '{}', -- the template and the values the paper is to be made from
  returned_at timestamptz,                 -- the leader sent it back
  returned_why text not null default ''
);
create index proposal_dossier on dossiers.proposal (dossier_id, at desc);
