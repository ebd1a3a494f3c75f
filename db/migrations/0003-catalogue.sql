-- Procedures as dated revisions; form definitions immutable and named by their hash.
create schema catalogue;

create table catalogue.form (
  hash       text primary key,
  code       text not null,
  title      text not null,
  valid_from date not null,
  valid_to   date,
  definition jsonb not null
);

create table catalogue.field (
  name     text primary key,
  ministry text not null default ''
);

create table catalogue.procedure (
  id            uuid primary key,
  slug          text not null,             -- the code, or a made slug where no code is known
  code          text,
  name          text not null,
  official_name text not null default '',
  field         text not null,
  levels        text[] not null,
  service_level smallint not null check (service_level between 1 and 4),
  audience      text[] not null,
  processing    jsonb not null,            -- {value, unit, text}
  fees          jsonb not null,
  fee_rule      jsonb,
  components    jsonb not null,
  result_document text not null,
  in_person     boolean not null,          -- the law asks for presence to take the result (S-17)
  presence_note text not null default '',
  legal_basis   text[] not null,
  channels      text[] not null,
  keywords      text[] not null default '{}',
  essential     boolean not null default false,
  form_hash     text references catalogue.form,
  provenance    jsonb not null default '{}',
  valid_from    date not null,
  valid_to      date,
  unique (slug, valid_from)
);
