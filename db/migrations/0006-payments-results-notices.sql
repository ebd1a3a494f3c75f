-- Money, results and messages to people.
create schema payments;

create sequence payments.reference_number;

create table payments.bill (
  id         uuid primary key,
  kind       text not null,
  ref_id     uuid not null,
  reference  text not null unique,
  amount     bigint not null check (amount > 0),
  lines      jsonb not null,
  payee      jsonb not null,               -- {bin, account, holder}, frozen when the bill was made
  state      text not null check (state in ('open', 'paid', 'cancelled')),
  received   bigint not null default 0,
  created_at timestamptz not null,
  paid_at    timestamptz,
  unique (kind, ref_id)
);

create table payments.notice (
  id             uuid primary key,
  bank           text not null,
  transaction_id text not null,
  raw            text not null,
  bank_name      text not null,
  account        text not null,
  amount         bigint not null,
  content        text not null,
  at             timestamptz not null,
  received_at    timestamptz not null,
  -- 'received' until it is decided: the notice is kept before anything is made of it
  outcome        text not null check (outcome in ('received', 'settled', 'short', 'over', 'paid-twice', 'late',
                                                  'wrong-account', 'unknown-reference', 'outgoing')),
  direction      text not null check (direction in ('in', 'out')),
  bill_id        uuid references payments.bill,
  surplus        bigint not null default 0, -- of 'over': what came beyond the bill
  unique (bank, transaction_id)
);
create index notice_undecided on payments.notice (received_at) where outcome = 'received';
create index notice_bill on payments.notice (bill_id);

create schema results;

create table results.result (
  id          uuid primary key,
  dossier_id  uuid not null,
  dossier_number text not null,
  agency_id   uuid not null,
  agency_name text not null,
  number      text not null,
  title       text not null,
  template    text not null,
  data        jsonb not null,
  sha256      text not null references files.blob,
  check_code  text not null unique,        -- printed beside the QR
  signer_id   uuid not null,
  signer_name text not null,
  signed_at   timestamptz not null,
  replaced_by uuid references results.result,
  unique (agency_id, number)
);
create index result_dossier on results.result (dossier_id);

create table results.number (
  agency_id uuid not null,
  year      integer not null,
  last      integer not null,
  primary key (agency_id, year)
);

create schema notices;

create table notices.message (
  id         uuid primary key,
  key        text collate "C" not null,    -- what it speaks of, once per kind and number: a fact, or a code's request
  kind       text not null,
  channel    text not null check (channel in ('sms')),
  recipient  text not null,                -- E.164
  text       text not null,                -- emptied once sent when it carries a code
  secret     boolean not null default false,
  state      text not null check (state in ('queued', 'sent', 'failed')),
  attempts   integer not null default 0,
  last_error text not null default '',
  carrier_id text not null default '',     -- the carrier's own name for it
  created_at timestamptz not null,
  sent_at    timestamptz,
  unique (key, kind, recipient)
);
create index message_queued on notices.message (created_at) where state = 'queued';
