-- Notices of one matter that come close upon each other become one: the newest. A code has no matter and is never held.
alter table notices.message
  add column matter      text collate "C" not null default '', -- what it is news of: 'dossier:<id>', 'fee:<id>'; '' of a code
  add column nth         integer not null default 0,           -- of two of one matter the greater is the newer
  add column crowd       text collate "C" not null default '', -- whose own doings it confirms; many at once become one, matters apart or not
  add column with_others text not null default '',             -- what it says when it speaks for others too; {n} is how many
  add column handed_at   timestamptz,                          -- when its carrier was first asked to take it
  add column held_until  timestamptz,                          -- since one of the same matter went out just before
  add column held_by     text check (held_by in ('matter', 'crowd')),
  add column merged_into uuid references notices.message (id), -- the newer one that went instead
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sent', 'failed', 'expired', 'merged'));
create index message_matter on notices.message (matter, nth) where matter <> '';
create index message_crowd on notices.message (crowd, created_at) where crowd <> '';
create index message_merged on notices.message (merged_into) where merged_into is not null;
