-- The papers that results are written on. A version is never changed: proposals name it.
create table results.template (
  id         text not null,
  version    integer not null,
  definition jsonb not null,
  primary key (id, version)
);
