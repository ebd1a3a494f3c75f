-- What was sent stands in its dossier, once; the draft only says which dossier it became.
-- 0027 has rewritten the dossiers.
-- vacuum: dossiers.draft, dossiers.draft_file, dossiers.dossier
delete from dossiers.draft_file f using dossiers.draft d where d.id = f.draft_id and d.dossier_id is not null;
update dossiers.draft set answers = '{}' where dossier_id is not null and answers <> '{}';
