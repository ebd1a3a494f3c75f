-- When the applicant comes to the agency, as the form asked: a half-day of its office hours, `2026-12-01T07:30/11:30`. Null: nobody comes.
alter table dossiers.dossier add column appointment text
  check (appointment ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d/\d\d:\d\d$');
create index dossier_by_appointment on dossiers.dossier (agency_id, appointment) where appointment is not null;
