-- A session has two ends: so long after it began, and so long after it was last used. With its account closed, or its password
-- changed, it ends at once, at the sites as at the account service, whoever writes the change.
alter table platform.session
  add column seen_at timestamptz,
  add column idle_minutes integer check (idle_minutes > 0); -- null: no such limit
update platform.session set seen_at = created_at;
alter table platform.session alter column seen_at set not null;
create index session_account on platform.session (account_id);

create function identity.end_sessions() returns trigger language plpgsql as $$
begin
  delete from platform.session where account_id = new.id;
  delete from identity.oidc_payload
    where payload ->> 'accountId' = new.id::text or payload #>> '{result,login,accountId}' = new.id::text;
  update identity.challenge set voided_at = created_at
    where account_id = new.id and used_at is null and voided_at is null;
  return null;
end $$;
create trigger account_ends_sessions after update of state, password_hash on identity.account for each row
  when (new.state is distinct from old.state or new.password_hash is distinct from old.password_hash)
  execute function identity.end_sessions();
