-- The desk reads its queues in the order in which they press, and its search what somebody tells of a dossier, from one index alone; what
-- has ended only grows, and costs a page nothing.
alter table dossiers.dossier
  -- What orders a dossier among those of its state: sent first, asked back first, finished first, due first; of ended ones the newest.
  add column desk_order timestamptz not null generated always as (
    case state
      when 1 then submitted_at
      when 5 then held_since
      when 9 then coalesce(finished_at, submitted_at)
      when 2 then coalesce(due_current, submitted_at)
      when 4 then coalesce(due_current, submitted_at)
      else coalesce(delivered_at, finished_at, submitted_at)
    end) stored,
  -- Name, request code and number as they are looked for: small letters without marks. Bounded, for an index takes no long text.
  add column sought text collate "C" not null generated always as (
    left(lower(replace(replace(regexp_replace(normalize(owner_name, NFD), '[\u0300-\u036f]', '', 'g'), 'đ', 'd'), 'Đ', 'D')), 400)
    || ' ' || lower(request_code) || coalesce(' ' || lower(number), '')) stored;

create index dossier_desk on dossiers.dossier (agency_id, state, desk_order, id) include (holder_id, held_since, sought);
drop index dossiers.dossier_queue;

-- Whether a proposal waits for a signature is asked of every dossier under way.
create index proposal_open on dossiers.proposal (dossier_id) where returned_at is null;
