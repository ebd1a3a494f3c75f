// The SQL of dossiers themselves: rows are locked before they are judged; writes whose answer nobody needs do not wait.
// Drafts, supplements, what hangs on a dossier and what others are told of it have stores of their own beside this one.
import { type Insertable, sql } from 'kysely';
import type { DossiersDossier } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { prepared, send } from '../../platform/prepared.ts';
import type { Answers } from '../../rules/forms/index.ts';
import { State } from '../../rules/lifecycle/index.ts';
import { dossierOf, proposalOf, wholeOf } from './columns.ts';
import type { DeliveryState, Dossier, LockedDossier, Settlement, WholeDossier } from './dossier.ts';
import { proposalJson, withParts } from './parts-store.ts';

const lock = prepared<{ id: string }, Parameters<typeof dossierOf>[0]>((tx, { id }) =>
  tx.selectFrom('dossiers.dossier').selectAll().where('id', '=', id).forUpdate(),
);

const standing = prepared<{ id: string; from: State }, { proposal: unknown; asked: number }>(
  (tx, { id, from }) =>
    tx.selectNoFrom((e) => [
      proposalJson(e, id).as('proposal'),
      e
        .selectFrom('dossiers.supplement')
        .select((f) => f.fn.countAll<number>().as('n'))
        .where('dossier_id', '=', id)
        .where('from_state', '=', from)
        .$asScalar()
        .$notNull()
        .as('asked'),
    ]),
);

/** A dossier, locked for this transaction; undefined when there is none. */
export async function lockDossier(tx: Tx, id: string): Promise<LockedDossier | undefined> {
  const [row] = await lock.rows(tx, { id });
  if (!row) return undefined;
  // Read after the lock is held: what stood open before the wait for it may be gone.
  const [open] = await standing.rows(tx, { id, from: State.InProgress });
  return { ...dossierOf(row), proposal: proposalOf(open?.proposal), supplementsAsked: open?.asked ?? 0 };
}

/** Any dossier with its lists; undefined when there is none. */
export async function findWhole(db: Db, id: string): Promise<WholeDossier | undefined> {
  const row = await withParts(db).where('id', '=', id).executeTakeFirst();
  return row && wholeOf(row);
}

/** The version a dossier stands at. */
export async function versionOf(db: Db, id: string): Promise<number | undefined> {
  const row = await db
    .selectFrom('dossiers.dossier')
    .select('version')
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.version;
}

/** Dossiers of these people, or that this person sent, latest first; older than `before` when given. */
export async function ownRows(
  db: Db,
  { personId, subjects }: { personId: string; subjects: readonly string[] },
  { before, limit }: { before?: Temporal.Instant; limit: number },
): Promise<Dossier[]> {
  let query = db
    .selectFrom('dossiers.dossier')
    .selectAll()
    .where((e) => e.or([e('owner_id', 'in', [personId, ...subjects]), e('submitter_id', '=', personId)]))
    .orderBy('submitted_at', 'desc')
    .limit(limit);
  if (before) query = query.where('submitted_at', '<', before);
  return (await query.execute()).map(dossierOf);
}

const countUp = prepared<{ agencyCode: string; day: string; first: number }, { last: number }>(
  (tx, { agencyCode, day, first }) =>
    tx
      .insertInto('dossiers.day_number')
      .values({ agency_code: agencyCode, day, last: first })
      .onConflict((o) =>
        o
          .columns(['agency_code', 'day'])
          .doUpdateSet((e) => ({ last: e('dossiers.day_number.last', '+', 1) })),
      )
      .returning('last'),
);

/** The next number of the day at an agency: `H05.001-261123-00017`. Widens past five digits, never wraps. */
export async function nextNumber(tx: Tx, agencyCode: string, day: Temporal.PlainDate): Promise<string> {
  const [row] = await countUp.rows(tx, { agencyCode, day: day.toString(), first: 1 });
  const date = day.toString().replaceAll('-', '').slice(2);
  return `${agencyCode}-${date}-${String(row!.last).padStart(5, '0')}`;
}

export interface DossierChange {
  state?: State;
  number?: string;
  holderId?: string | null;
  heldSince?: Temporal.Instant;
  acceptedAt?: Temporal.Instant;
  dueOriginal?: Temporal.Instant;
  dueCurrent?: Temporal.Instant;
  dueWhy?: string;
  finishedAt?: Temporal.Instant;
  deliveredAt?: Temporal.Instant;
  deliveryState?: DeliveryState;
  answers?: Answers;
  appointment?: string | null;
}

const COLUMN = {
  state: 'state',
  number: 'number',
  holderId: 'holder_id',
  heldSince: 'held_since',
  acceptedAt: 'accepted_at',
  dueOriginal: 'due_original',
  dueCurrent: 'due_current',
  dueWhy: 'due_why',
  finishedAt: 'finished_at',
  deliveredAt: 'delivered_at',
  deliveryState: 'delivery_state',
  answers: 'answers',
  appointment: 'appointment',
} as const satisfies Record<keyof DossierChange, keyof DossiersDossier>;

/** Writes a change and moves the version on. The row is locked already. */
export async function changeDossier(tx: Tx, id: string, change: DossierChange): Promise<void> {
  const columns = Object.entries(change).map(([name, value]) => [
    COLUMN[name as keyof DossierChange],
    name === 'answers' ? JSON.stringify(value) : value,
  ]);
  await send(
    tx,
    tx
      .updateTable('dossiers.dossier')
      .set({ ...Object.fromEntries(columns), version: sql`version + 1` })
      .where('id', '=', id),
  );
}

/** Writes what a dossier's bill has come to, and moves the version on. The row is locked already. */
export async function mirrorMoney(tx: Tx, id: string, { moneyState, at }: Settlement): Promise<void> {
  await tx
    .updateTable('dossiers.dossier')
    .set({ money_state: moneyState, money_paid_at: at })
    .where('id', '=', id)
    .execute();
}

export type NewDossier = Pick<
  Dossier,
  | 'id'
  | 'requestCode'
  | 'secret'
  | 'procedureId'
  | 'formHash'
  | 'answers'
  | 'ownerId'
  | 'submitterId'
  | 'submitterName'
  | 'payerId'
  | 'ownerName'
  | 'ownerPhone'
  | 'agencyId'
  | 'submitChannel'
  | 'returnChannel'
  | 'returnAddress'
  | 'appointment'
  | 'language'
  | 'fee'
  | 'moneyState'
  | 'submittedAt'
> & {
  /** National code of the way it came: 1 counter, 2 online, 3 public post. */
  readonly channel: 1 | 2 | 3;
  readonly state: State;
};

type Written = Omit<NewDossier, 'answers' | 'fee'> & {
  answers: string;
  fee: string;
  draftId: string;
  /** Keys of the papers that are asked for. */
  papers: string[];
};

const writeFromDraft = prepared<Written>((tx, v) => {
  const row: Insertable<DossiersDossier> = {
    id: v.id,
    request_code: v.requestCode,
    secret: v.secret,
    procedure_id: v.procedureId,
    form_hash: v.formHash,
    answers: v.answers,
    owner_id: v.ownerId,
    submitter_id: v.submitterId,
    submitter_name: v.submitterName,
    payer_id: v.payerId,
    owner_name: v.ownerName,
    owner_phone: v.ownerPhone,
    agency_id: v.agencyId,
    channel: v.channel,
    submit_channel: v.submitChannel,
    return_channel: v.returnChannel,
    return_address: v.returnAddress,
    appointment: v.appointment,
    language: v.language,
    state: v.state,
    fee: v.fee,
    money_state: v.moneyState,
    held_since: v.submittedAt,
    submitted_at: v.submittedAt,
  };
  return tx
    .with('sent', (q) => q.insertInto('dossiers.dossier').values(row))
    .with('given', (q) =>
      q
        .deleteFrom('dossiers.draft_file')
        .where('draft_id', '=', v.draftId)
        .returning(['id', 'component', 'sha256', 'name', 'mime', 'size', 'added_at']),
    )
    .with('files', (q) =>
      q
        .insertInto('dossiers.file')
        .columns(['id', 'dossier_id', 'component', 'sha256', 'name', 'mime', 'size', 'added_at'])
        .expression((e) =>
          e
            .selectFrom('given')
            .select(['id', sql<string>`${v.id}::uuid`.as('dossier_id')])
            .select(['component', 'sha256', 'name', 'mime', 'size', 'added_at'])
            .where((one) => sql<boolean>`${one.ref('component')} = any(${v.papers}::text[])`),
        ),
    )
    .updateTable('dossiers.draft')
    .set({ dossier_id: v.id, answers: '{}', updated_at: v.submittedAt })
    .where('id', '=', v.draftId);
});

/**
 * Writes a dossier with what its draft holds, and leaves the draft empty: it only says what it became. What is no longer asked stays
 * nowhere: neither its answer nor its file.
 * @param papers keys of the papers that the answers ask for
 */
export function addFromDraft(
  tx: Tx,
  draftId: string,
  papers: readonly string[],
  dossier: NewDossier,
): Promise<void> {
  const { answers, fee } = dossier;
  return writeFromDraft.send(tx, {
    ...dossier,
    answers: JSON.stringify(answers),
    fee: JSON.stringify(fee),
    draftId,
    papers: [...papers],
  });
}
