-- A notice goes by whatever channel reaches its recipient. Which channels there are the program knows by its adapters; which of them
-- carries what stands here, so that one more is a row.
create table notices.route (
  kind       text not null,                -- of the notice: the name of its fact; '*' for every kind without rows of its own
  channel    text not null,                -- the adapter's name
  rank       integer not null check (rank > 0),
  also       boolean not null default false, -- carries it besides the first that reaches
  valid_from date not null default '1900-01-01',
  valid_to   date,                         -- exclusive
  primary key (kind, channel, valid_from)
);
insert into notices.route (kind, channel, rank) values ('*', 'sms', 1);

alter table notices.message
  drop constraint message_channel_check,
  add column subject text not null default '', -- of a channel that has one
  drop constraint message_key_kind_recipient_key,
  add unique (key, kind, channel, recipient);
