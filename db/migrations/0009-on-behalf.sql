-- On whose behalf: owner, submitter and payer may be three people; a mandate lets one act for another, from a day to a day.
create table people.mandate (
  id         uuid primary key,
  person_id  uuid not null references people.person,  -- who acts
  subject_id uuid not null references people.person,  -- for whom
  kind       text not null check (kind in ('guardian', 'delegate', 'helper')),
  acts       text[],                                  -- narrower than the kind; null = all that the kind may
  valid_from date not null,
  valid_to   date,
  basis      text not null default '',                -- the paper it rests on
  check (person_id <> subject_id),
  check (valid_to is null or valid_from < valid_to)
);
create index mandate_person on people.mandate (person_id);

alter table dossiers.draft add column owner_id uuid references people.person;
update dossiers.draft set owner_id = person_id;
alter table dossiers.draft alter column owner_id set not null;

alter table dossiers.dossier add column payer_id uuid references people.person;
update dossiers.dossier set payer_id = owner_id;
alter table dossiers.dossier alter column payer_id set not null;
alter table dossiers.dossier add column submitter_name text;
update dossiers.dossier set submitter_name = owner_name;
alter table dossiers.dossier alter column submitter_name set not null;

-- One name for one act, on the control sheet too.
update dossiers.hop set act = case act
  when 'ask' then 'askForSupplement'
  when 'answer' then 'answerSupplement'
  when 'refuse' then 'refuseIntake'
  when 'return' then 'returnToExaminer'
end where act in ('ask', 'answer', 'refuse', 'return');
