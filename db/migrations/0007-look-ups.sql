-- Look-ups that must not read a whole table: "my dossiers" as submitter, and the check of a paper by its dossier's number.
create index dossier_submitter on dossiers.dossier (submitter_id, submitted_at desc);
create index result_dossier_number on results.result (dossier_number);
