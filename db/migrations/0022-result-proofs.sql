-- What whoever checks a paper may hold against it: whose it is, of what, of when, masked when it was issued.
alter table results.result add column proofs jsonb not null default '[]';
