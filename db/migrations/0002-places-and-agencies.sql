-- Administrative units by date, and the agencies that sit in them.
create schema places;

create table places.unit (
  code        text not null,
  name        text not null,
  full_name   text not null,
  kind        text not null check (kind in ('province', 'district', 'commune')),
  type        text not null,
  parent_code text,
  valid_from  date not null,
  valid_to    date,                        -- exclusive; null = in force
  regime      text not null check (regime in ('three-tier', 'two-tier')),
  basis       text not null,
  primary key (code, valid_from)
);
create index unit_parent on places.unit (parent_code, valid_from);

create table places.succession (
  old_code  text not null,
  new_code  text not null,
  kind      text not null,
  effective date not null,
  partial   boolean not null,
  basis     text not null,
  verified  text,
  primary key (effective, old_code, new_code)
);

create schema agencies;

create table agencies.agency (
  id          uuid primary key,
  code        text not null,
  name        text not null,
  level       text not null check (level in ('province', 'district', 'commune')),
  kind        text not null check (kind in ('committee', 'centre')),   -- UBND or Trung tâm phục vụ hành chính công
  unit_code   text not null,
  parent_id   uuid references agencies.agency,
  valid_from  date not null,
  valid_to    date,
  successor_id uuid references agencies.agency,
  address     text not null default '',
  phone       text not null default '',
  sessions    text not null,               -- "07:30-11:30,13:30-17:30"
  policy      jsonb not null default '{}', -- {"endOfDay": true}
  unique (code, valid_from)
);
create index agency_unit on agencies.agency (unit_code, valid_from);

create table agencies.payee_account (
  agency_id  uuid not null references agencies.agency,
  bin        text not null,
  account    text not null,
  holder     text not null,
  valid_from date not null,
  valid_to   date,
  primary key (agency_id, valid_from)
);

create table agencies.assignment (
  person_id  uuid not null,
  agency_id  uuid not null references agencies.agency,
  role       text not null check (role in ('intake', 'examiner', 'leader')),
  title      text not null default '',
  valid_from date not null,
  valid_to   date,
  primary key (person_id, agency_id, role, valid_from)
);

create table agencies.holiday (
  date   date primary key,
  code   text not null,
  name   text not null,
  kind   text not null check (kind in ('holiday', 'make-up', 'swap-off', 'swap-work')),
  status text not null,
  basis  text not null
);

create table agencies.bank (
  bin        text primary key,
  short_name text not null,
  full_name  text not null
);

-- What a set-up file brought in, by content: the same file is not loaded twice.
create table platform.loaded (
  name   text primary key,
  sha256 text not null,
  at     timestamptz not null
);
