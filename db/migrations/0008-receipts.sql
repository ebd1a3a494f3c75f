-- Money moves only by receipts: a transfer, cash at the counter, or an exemption with its reason. What a bill has come to follows
-- from them; what was known before is carried over.

create table payments.receipt (
  id           uuid primary key,
  bill_id      uuid not null references payments.bill,
  kind         text not null check (kind in ('transfer', 'cash', 'exemption')),
  amount       bigint not null check (amount > 0), -- whole đồng that count for the bill
  at           timestamptz not null,
  notice_id    uuid unique references payments.notice, -- of a transfer: what the bank said
  number       text unique,                        -- of cash: in sequence within a book and a year
  payer_name   text not null default '',           -- of cash: who stood at the counter
  taker_id     uuid,                               -- the official who took the cash or granted the exemption
  taker_name   text not null default '',
  reason       text not null default '',           -- of an exemption
  legal_basis  text not null default '',           -- of an exemption
  carried_over boolean not null default false,     -- of a time when nobody wrote down who paid, and to whom
  check (carried_over or case kind
    when 'transfer' then notice_id is not null
    when 'cash' then number is not null and payer_name <> '' and taker_id is not null and taker_name <> ''
    else reason <> '' and legal_basis <> '' and taker_id is not null and taker_name <> ''
  end)
);
create index receipt_bill on payments.receipt (bill_id);

-- The numbers of cash receipts: a book for each office, each year from 1, without gaps.
create table payments.receipt_number (
  book text not null,
  year integer not null,
  last integer not null,
  primary key (book, year)
);

-- A bill that is paid only at the counter has no account and no reference.
alter table payments.bill
  alter column reference drop not null,
  alter column payee drop not null,
  add constraint bill_by_transfer_or_not check ((reference is null) = (payee is null)),
  add column cancelled_at timestamptz;

update payments.bill set cancelled_at = coalesce(
    (select f.at from journal.fact f where f.stream = 'bill:' || bill.id and f.name = 'bill.cancelled' order by f.seq limit 1),
    created_at)
where state = 'cancelled';

insert into payments.receipt (id, bill_id, kind, amount, at, notice_id)
select gen_random_uuid(), n.bill_id, 'transfer', n.amount - n.surplus, n.received_at, n.id
from payments.notice n where n.outcome in ('settled', 'short', 'over') and n.bill_id is not null and n.amount > n.surplus;

-- Whatever else a bill says it received, without a notice that tells of it.
insert into payments.receipt (id, bill_id, kind, amount, at, carried_over)
select gen_random_uuid(), b.id, 'transfer', b.received - coalesce(r.amount, 0), coalesce(b.paid_at, b.created_at), true
from payments.bill b
left join (select bill_id, sum(amount)::bigint as amount from payments.receipt group by bill_id) r on r.bill_id = b.id
where b.received > coalesce(r.amount, 0);

-- Paid at the counter, by a tick: the dossier knows it, nobody wrote down who paid.
insert into payments.bill (id, kind, ref_id, amount, lines, state, received, created_at)
select gen_random_uuid(), 'dossier-fee', d.id, (d.fee->>'total')::bigint, coalesce(d.fee->'lines', '[]'), 'open', 0, d.submitted_at
from dossiers.dossier d
where d.money_state = 'paid' and coalesce((d.fee->>'total')::bigint, 0) > 0
  and not exists (select from payments.bill b where b.kind = 'dossier-fee' and b.ref_id = d.id);

insert into payments.receipt (id, bill_id, kind, amount, at, carried_over)
select gen_random_uuid(), b.id, 'cash', b.amount - b.received, coalesce(d.money_paid_at, d.delivered_at, d.submitted_at), true
from payments.bill b join dossiers.dossier d on b.kind = 'dossier-fee' and b.ref_id = d.id
where d.money_state = 'paid' and b.received < b.amount;

-- Delivery cancelled the open bill of what had just been paid in cash.
update payments.bill b set cancelled_at = null
from dossiers.dossier d
where b.cancelled_at is not null and b.kind = 'dossier-fee' and b.ref_id = d.id and d.money_state = 'paid';

-- The bank's word had come and the dossier did not know it yet.
update dossiers.dossier d set money_state = 'paid', money_paid_at = b.paid_at, version = d.version + 1
from payments.bill b
where b.kind = 'dossier-fee' and b.ref_id = d.id and b.state = 'paid' and d.money_state = 'due';

alter table payments.bill drop column state, drop column received, drop column paid_at;

create function payments.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'receipts are append-only';
end $$;
create trigger receipt_append_only before update or delete or truncate on payments.receipt
  for each statement execute function payments.refuse_change();

-- The dossier's money is a mirror of its bill.
alter table dossiers.dossier drop constraint dossier_money_state_check;
alter table dossiers.dossier add constraint dossier_money_state_check
  check (money_state in ('none', 'due', 'paid', 'exempt'));
