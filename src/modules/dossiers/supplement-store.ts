// The SQL of supplements: what was asked, what is gathered for the answer, and the answer joining the dossier.
import { type ExpressionBuilder, sql } from 'kysely';
import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import type { DB } from '../../../db/schema.ts';
import { newId } from '../../platform/crypto.ts';
import type { Db, Tx } from '../../platform/db.ts';
import { send } from '../../platform/prepared.ts';
import type { Answers } from '../../rules/forms/index.ts';
import { type Parties, State } from '../../rules/lifecycle/index.ts';
import { answersOf, supplementOf } from './columns.ts';
import type { AskedItem, GivenFile, Supplement } from './dossier.ts';

const COLUMNS = [
  'id',
  'seq',
  'from_state',
  'from_holder',
  'asked_at',
  'reason',
  'answered_at',
  'note',
  'answers',
  'due_before',
  'due_after',
] as const;

function itemsAndFiles(e: ExpressionBuilder<DB, 'dossiers.supplement'>) {
  return [
    jsonArrayFrom(
      e
        .selectFrom('dossiers.supplement_item')
        .select(['id', 'kind', 'subject', 'name', 'wrong', 'todo'])
        .whereRef('supplement_id', '=', 'dossiers.supplement.id')
        .orderBy('seq'),
    ).as('items'),
    jsonArrayFrom(
      e
        .selectFrom('dossiers.supplement_file')
        .select(['id', 'component', 'sha256', 'name', 'mime', 'size'])
        .whereRef('supplement_id', '=', 'dossiers.supplement.id')
        .orderBy('id'),
    ).as('files'),
  ] as const;
}

/** Every supplement of a dossier, as JSON. */
export function supplementsJson(e: ExpressionBuilder<DB, 'dossiers.dossier'>) {
  return jsonArrayFrom(
    e
      .selectFrom('dossiers.supplement')
      .select(COLUMNS)
      .select(itemsAndFiles)
      .whereRef('dossier_id', '=', 'dossiers.dossier.id')
      .orderBy('seq'),
  );
}

/** The supplement that waits for an answer, if any. */
export async function openSupplement(tx: Tx | Db, dossierId: string): Promise<Supplement | null> {
  const row = await tx
    .selectNoFrom((e) =>
      jsonObjectFrom(
        e
          .selectFrom('dossiers.supplement')
          .select(COLUMNS)
          .select(itemsAndFiles)
          .where('dossier_id', '=', dossierId)
          .where('answered_at', 'is', null)
          .limit(1),
      ).as('supplement'),
    )
    .executeTakeFirstOrThrow();
  return supplementOf(row.supplement);
}

export interface NewSupplement {
  readonly dossierId: string;
  readonly fromState: State;
  readonly fromHolder: string | null;
  readonly askedAt: Temporal.Instant;
  readonly askedBy: string;
  readonly reason: string;
  readonly dueBefore: Temporal.Instant | null;
  readonly items: readonly Omit<AskedItem, 'id'>[];
}

export async function addSupplement(tx: Tx, asked: NewSupplement): Promise<void> {
  const id = newId();
  await send(
    tx,
    tx.insertInto('dossiers.supplement').values((e) => ({
      id,
      dossier_id: asked.dossierId,
      seq: e
        .selectFrom('dossiers.supplement')
        .select((f) => f.fn.countAll<number>().as('n'))
        .where('dossier_id', '=', asked.dossierId),
      from_state: asked.fromState,
      from_holder: asked.fromHolder,
      asked_at: asked.askedAt,
      asked_by: asked.askedBy,
      reason: asked.reason,
      due_before: asked.dueBefore,
    })),
  );
  const items = asked.items.map(({ kind, subject, name, wrong, todo }, seq) => ({
    id: newId(),
    supplement_id: id,
    seq,
    kind,
    subject,
    name,
    wrong,
    todo,
  }));
  await send(tx, tx.insertInto('dossiers.supplement_item').values(items));
}

/** Pauses after acceptance, oldest first; the open one has no end. */
export async function pausesOf(
  tx: Tx,
  dossierId: string,
): Promise<{ from: Temporal.Instant; to: Temporal.Instant | null }[]> {
  return tx
    .selectFrom('dossiers.supplement')
    .select(['asked_at as from', 'answered_at as to'])
    .where('dossier_id', '=', dossierId)
    .where('from_state', '=', State.InProgress)
    .orderBy('asked_at')
    .execute();
}

export interface SupplementAnswer {
  readonly dossierId: string;
  readonly supplementId: string;
  readonly at: Temporal.Instant;
  readonly note: string;
  readonly dueAfter: Temporal.Instant | null;
  /** The form as it stood, kept when it was mended. */
  readonly answersBefore: Answers | null;
}

/** The gathered papers join the dossier and the supplement is answered. */
export async function writeAnswer(tx: Tx, answer: SupplementAnswer): Promise<void> {
  const { dossierId, supplementId } = answer;
  await send(
    tx,
    tx
      .insertInto('dossiers.file')
      .columns([
        'id',
        'dossier_id',
        'component',
        'sha256',
        'name',
        'mime',
        'size',
        'supplement_id',
        'added_at',
      ])
      .expression((e) =>
        e
          .selectFrom('dossiers.supplement_file')
          .select([
            'id',
            sql<string>`${dossierId}::uuid`.as('dossier_id'),
            'component',
            'sha256',
            'name',
            'mime',
          ])
          .select(['size', 'supplement_id', 'added_at'])
          .where('supplement_id', '=', supplementId),
      ),
  );
  await send(
    tx,
    tx
      .updateTable('dossiers.supplement')
      .set({
        answered_at: answer.at,
        note: answer.note,
        due_after: answer.dueAfter,
        ...(answer.answersBefore && { answers_before: JSON.stringify(answer.answersBefore) }),
      })
      .where('id', '=', supplementId),
  );
}

/** A dossier locked, as the answer that is sent locks it: whose it is, and its answers. */
export async function lockParties(
  tx: Tx,
  dossierId: string,
): Promise<(Parties & { answers: Answers }) | undefined> {
  const row = await tx
    .selectFrom('dossiers.dossier')
    .select(['answers', 'owner_id as ownerId', 'submitter_id as submitterId', 'payer_id as payerId'])
    .where('id', '=', dossierId)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, answers: answersOf(row.answers) };
}

export async function addGathered(
  tx: Tx,
  supplementId: string,
  file: Omit<GivenFile, 'id'>,
  at: Temporal.Instant,
): Promise<void> {
  const row = { id: newId(), supplement_id: supplementId, ...file, added_at: at };
  await send(tx, tx.insertInto('dossiers.supplement_file').values(row));
}

export async function removeGathered(tx: Tx, supplementId: string, fileId: string): Promise<void> {
  await send(
    tx,
    tx
      .deleteFrom('dossiers.supplement_file')
      .where('id', '=', fileId)
      .where('supplement_id', '=', supplementId),
  );
}

export async function writeMended(tx: Tx, supplementId: string, answers: Answers): Promise<void> {
  const change = { answers: JSON.stringify(answers) };
  await send(tx, tx.updateTable('dossiers.supplement').set(change).where('id', '=', supplementId));
}
