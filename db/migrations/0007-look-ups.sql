-- Look-ups that must not read a whole table: "my dossiers" as submitter, and the check of a paper by its dossier's number.
create index dossier_submitter on dossiers.dossier (submitter_id, submitted_at desc);
create index result_dossier_number on results.result (dossier_number);
-- The same file posted twice at one moment is kept once.
create unique index draft_file_once on dossiers.draft_file (draft_id, component, sha256);
create unique index supplement_file_once on dossiers.supplement_file (supplement_id, component, sha256);
