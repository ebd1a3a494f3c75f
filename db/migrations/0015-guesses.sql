-- Guesses at a secret are counted per place they come from, with a wait that grows; a code's wrong tries hold back their own place only.
alter table platform.rate add column blocked_until timestamptz;
alter table identity.challenge add column source text not null default ''; -- digest of the browser or address that asked for it
