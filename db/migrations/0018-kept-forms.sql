-- What somebody sent after their session had ended: kept a day, for them alone, to be sent on once they are back.
create table platform.kept_form (
  id         text primary key,            -- sha-256 of the token in the address
  site       text not null,
  account_id uuid,                         -- whose session it was, as far as that is known
  browser    text not null,               -- else: digest of the form token that the browser held
  url        text not null,
  fields     text not null,               -- JSON
  created_at timestamptz not null
);
create index kept_form_age on platform.kept_form (created_at);
