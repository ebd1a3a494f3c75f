-- The language a person reads: chosen by them and kept with the account; kept with each dossier too, for what its owner is told.
alter table dossiers.dossier add column language text not null default 'vi' check (language in ('vi', 'en'));
alter table identity.account add column language text check (language in ('vi', 'en')); -- null: never chosen
