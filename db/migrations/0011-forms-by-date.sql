-- Which form a procedure has on a day is told by one dated table; a definition says only what it is.
alter table catalogue.form
  add column revision  text not null default '',
  add column loaded_at timestamptz not null default clock_timestamp();  -- of several texts of one revision the last loaded holds
update catalogue.form set revision = coalesce(definition ->> 'revision', '');

-- '*' = every procedure filed online that has no form of its own.
create table catalogue.form_assignment (
  procedure_slug text not null,
  valid_from     date not null,
  valid_to       date,                     -- exclusive; null = in force
  form_hash      text not null references catalogue.form,
  primary key (procedure_slug, valid_from)
);
insert into catalogue.form_assignment (procedure_slug, valid_from, valid_to, form_hash)
  select p.slug, p.valid_from, p.valid_to, p.form_hash
  from catalogue.procedure p join catalogue.form f on f.hash = p.form_hash
  where f.code <> 'generic';
insert into catalogue.form_assignment (procedure_slug, valid_from, valid_to, form_hash)
  select '*', date '2021-01-01', null, f.hash
  from catalogue.form f
  where f.code = 'generic' and exists (select from catalogue.procedure p where p.form_hash = f.hash)
  limit 1;

alter table catalogue.procedure drop column form_hash;
alter table catalogue.form drop column valid_from, drop column valid_to;
