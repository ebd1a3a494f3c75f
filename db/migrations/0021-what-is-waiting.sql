-- What waits in a queue is seen from outside, and what has waited too long to be of use is not sent.
alter table notices.message
  add column valid_until timestamptz,         -- a code is of use for minutes; null: always
  drop constraint message_state_check,
  add constraint message_state_check check (state in ('queued', 'sent', 'failed', 'expired'));
create index message_sent on notices.message (channel, sent_at) where state = 'sent';
create index notice_received on payments.notice (received_at);

-- Each worker writes here again and again while it lives; real time.
create table platform.breath (
  process text primary key,
  version text not null,
  at      timestamptz not null
);
