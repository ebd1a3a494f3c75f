-- What was sent stands in its dossier, once; the draft only says which dossier it became.
delete from dossiers.draft_file f using dossiers.draft d where d.id = f.draft_id and d.dossier_id is not null;
update dossiers.draft set answers = '{}' where dossier_id is not null and answers <> '{}';
