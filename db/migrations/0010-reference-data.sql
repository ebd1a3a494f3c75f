-- What a province changes is data: dated, loaded by command, and read anew by running processes when its version moves.
create table platform.reference_version (
  one     boolean primary key default true check (one),
  version bigint not null,
  at      timestamptz not null
);
insert into platform.reference_version (version, at) values (1, now());

-- Amounts that the province's council has decided, by the fee's name in the catalogue.
create table catalogue.decided_fee (
  fee        text not null,
  valid_from date not null,
  valid_to   date,                         -- exclusive; null = in force
  amount     bigint not null check (amount >= 0),
  resolution text not null,
  decided_on date,
  primary key (fee, valid_from)
);
