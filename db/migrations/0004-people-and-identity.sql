-- Persons, their accounts, and the one-time codes that prove a phone.
create schema people;

create table people.person (
  id          uuid primary key,
  personal_id text unique,                 -- số định danh / CCCD, 12 digits
  cmnd        text unique,                 -- old 9-digit number, an alias of the same person
  full_name   text not null,
  birth_date  text not null default '',    -- yyyy | yyyy-mm | yyyy-mm-dd
  sex         text not null default '',
  phone       text not null default '',    -- E.164, for notices; never an identity
  email       text not null default '',
  address     jsonb not null default '{}',
  created_at  timestamptz not null
);

create schema identity;

create table identity.account (
  id            uuid primary key,
  kind          text not null check (kind in ('citizen', 'official')),
  person_id     uuid not null references people.person,
  username      text not null unique,
  method        text not null check (method in ('phone', 'set-up')),
  password_hash text not null,
  state         text not null default 'active' check (state in ('active', 'closed')),
  created_at    timestamptz not null,
  unique (kind, person_id)
);

-- A phone may serve several accounts (S-11).
create table identity.phone (
  account_id  uuid not null references identity.account,
  phone       text not null,
  is_default  boolean not null,
  verified_at timestamptz not null,
  primary key (account_id, phone)
);

create table identity.challenge (
  id         uuid primary key,
  purpose    text not null,
  binding    text not null,                -- what the code is for: the interaction or sign-up it belongs to
  account_id uuid references identity.account,
  phone      text not null,
  code_hash  text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  tries      integer not null default 0,
  used_at    timestamptz,
  voided_at  timestamptz
);
create index challenge_binding on identity.challenge (binding, created_at);
create index challenge_phone on identity.challenge (phone, created_at);

create table identity.sign_up (
  id         uuid primary key,
  id_number  text not null,
  full_name  text not null,
  birth_date text not null,
  phone      text not null,
  email      text not null default '',
  state      text not null check (state in ('checked', 'proved', 'done')),
  created_at timestamptz not null,
  expires_at timestamptz not null
);

create table identity.oidc_payload (
  model       text not null,
  id          text not null,
  payload     jsonb not null,
  grant_id    text,
  uid         text,
  user_code   text,
  expires_at  timestamptz,
  consumed_at timestamptz,
  primary key (model, id)
);
create index oidc_grant on identity.oidc_payload (grant_id) where grant_id is not null;
create index oidc_uid on identity.oidc_payload (uid) where uid is not null;
