// All the SQL of dossiers under way. Rows are locked before they are judged.
import { CompiledQuery, sql } from 'kysely';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { type DossierView, stateOf } from '../../rules/lifecycle/index.ts';
import type { FeeQuote } from './fee.ts';

/** A dossier's row, locked for this transaction. */
export async function lockDossier(tx: Tx, id: string) {
  const row = await tx
    .selectFrom('dossiers.dossier')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return undefined;
  const proposal = await openProposal(tx, id);
  const supplements = await tx
    .selectFrom('dossiers.supplement')
    .select((e) => e.fn.countAll<number>().as('n'))
    .where('dossier_id', '=', id)
    .where('from_state', '=', 4)
    .executeTakeFirstOrThrow();
  return { ...row, proposal, supplements: Number(supplements.n) };
}
export type LockedDossier = NonNullable<Awaited<ReturnType<typeof lockDossier>>>;

/** The proposal that waits for a signature: there is at most one that was not given back. */
export async function openProposal(tx: Tx | Db, dossierId: string) {
  const row = await tx
    .selectFrom('dossiers.proposal')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .where('returned_at', 'is', null)
    .executeTakeFirst();
  return row ?? null;
}

type Viewed = Pick<
  LockedDossier,
  'state' | 'owner_id' | 'submitter_id' | 'holder_id' | 'money_state' | 'fee' | 'supplements'
> & { readonly proposal: { readonly by_id: string } | null };

/** What the lifecycle table needs to know. */
export function viewOf(row: Viewed): DossierView {
  const fee = row.fee as unknown as Partial<FeeQuote>;
  return {
    state: stateOf(row.state),
    ownerId: row.owner_id,
    submitterId: row.submitter_id,
    holderId: row.holder_id,
    proposerId: row.state === 4 && row.proposal ? row.proposal.by_id : null,
    supplements: row.supplements,
    moneyState: row.money_state as DossierView['moneyState'],
    feeWhen: fee.when ?? 'free',
    paidOnline: fee.online ?? false,
  };
}

const NEXT_NUMBER = `
insert into dossiers.day_number as d (agency_code, day, last) values ($1, $2::date, 1)
on conflict (agency_code, day) do update set last = d.last + 1 returning last`;

/** The next number of the day at an agency: `H05.001-261123-00017`. Widens past five digits, never wraps. */
export async function nextNumber(tx: Tx, agencyCode: string, day: Temporal.PlainDate): Promise<string> {
  const { rows } = await tx.executeQuery<{ last: number }>(
    CompiledQuery.raw(NEXT_NUMBER, [agencyCode, day.toString()]),
  );
  const date = day.toString().replaceAll('-', '').slice(2);
  return `${agencyCode}-${date}-${String(rows[0]!.last).padStart(5, '0')}`;
}

interface Change {
  state?: number;
  number?: string;
  holder_id?: string | null;
  held_since?: Temporal.Instant;
  accepted_at?: Temporal.Instant;
  due_original?: Temporal.Instant;
  due_current?: Temporal.Instant;
  due_why?: string;
  finished_at?: Temporal.Instant;
  delivered_at?: Temporal.Instant;
  money_state?: string;
  money_paid_at?: Temporal.Instant;
  delivery_state?: string;
  answers?: string;
}

/** Writes a change and moves the version on. */
export async function changeDossier(tx: Tx, id: string, change: Change): Promise<void> {
  await tx
    .updateTable('dossiers.dossier')
    .set({ ...change, version: sql`version + 1` })
    .where('id', '=', id)
    .execute();
}

export interface Hop {
  dossierId: string;
  at: Temporal.Instant;
  act: string;
  from: string;
  to: string;
  note?: string;
}

/** One line of the control sheet (Phiếu kiểm soát): who gave, who took, when. */
export async function addHop(tx: Tx, hop: Hop): Promise<void> {
  await sql`
    insert into dossiers.hop (dossier_id, seq, at, act, from_name, to_name, note)
    select ${hop.dossierId}::uuid, coalesce(max(seq), 0) + 1, ${hop.at}::timestamptz, ${hop.act}::text, ${hop.from}::text, ${hop.to}::text, ${hop.note ?? ''}::text
    from dossiers.hop where dossier_id = ${hop.dossierId}`.execute(tx);
}

export async function addPaper(
  tx: Tx,
  dossierId: string,
  kind: '01' | '02' | '03',
  data: unknown,
  at: Temporal.Instant,
): Promise<string> {
  const id = newId();
  await tx
    .insertInto('dossiers.paper')
    .values({ id, dossier_id: dossierId, kind, data: JSON.stringify(data), issued_at: at })
    .execute();
  return id;
}

/** The supplement that waits for an answer, if any. */
export async function openSupplement(tx: Tx | Db, dossierId: string) {
  return tx
    .selectFrom('dossiers.supplement')
    .selectAll()
    .where('dossier_id', '=', dossierId)
    .where('answered_at', 'is', null)
    .executeTakeFirst();
}

/** Closed pauses after acceptance, oldest first. */
export async function pausesOf(tx: Tx, dossierId: string) {
  return tx
    .selectFrom('dossiers.supplement')
    .select(['asked_at', 'answered_at'])
    .where('dossier_id', '=', dossierId)
    .where('from_state', '=', 4)
    .orderBy('asked_at')
    .execute();
}
