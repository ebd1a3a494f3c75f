-- When each kept file was last read whole and held against its name, and what was wrong with it then.
alter table files.blob add column proved_at timestamptz;
alter table files.blob add column fault text check (fault in ('missing', 'damaged'));
create index blob_to_prove on files.blob (proved_at nulls first);
create index blob_in_fault on files.blob (sha256) where fault is not null;
