// All SQL of the notices module.
import { type Selectable, sql } from 'kysely';
import type { NoticesMessage } from '../../../db/schema.ts';
import type { Db, Tx } from '../../platform/db.ts';

export type StoredMessage = Selectable<NoticesMessage>;

/** What a notice is news of: close upon each other, only the newest goes (decision 0035). */
export interface News {
  /** e.g. `dossier:<id>`. */
  readonly matter: string;
  /** Of two of one matter the greater is the newer. */
  readonly nth: number;
  /** Whose own doings it confirms, if it does: many at once become one across matters. */
  readonly crowd?: string;
  /** With a crowd: what it says when it speaks for others too; `{n}` is how many. */
  readonly withOthers?: string;
}

export interface NewMessage {
  readonly id: string;
  readonly key: string;
  readonly kind: string;
  readonly channel: string;
  readonly to: string;
  readonly subject?: string;
  readonly text: string;
  readonly secret?: boolean;
  readonly validUntil?: Temporal.Instant;
  readonly news?: News;
}

/**
 * Of two of one key, kind, channel and address the first stays.
 * @returns the ids of those that were not there already
 */
export async function insertMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  const rows = messages.map(({ to, news, validUntil, subject = '', secret = false, ...message }) => ({
    ...message,
    recipient: to,
    subject,
    secret,
    valid_until: validUntil?.toString({ smallestUnit: 'microsecond' }) ?? null,
    matter: news?.matter ?? '',
    nth: news?.nth ?? 0,
    crowd: news?.crowd ?? '',
    with_others: news?.withOthers ?? '',
  }));
  // In one order, so that two who queue the same do not wait for each other.
  const made = await sql<{ id: string }>`
    insert into notices.message (id, key, kind, channel, recipient, subject, text, secret, valid_until, matter, nth, crowd, with_others,
      state, created_at)
    select id, key, kind, channel, recipient, subject, text, secret, valid_until, matter, nth, crowd, with_others, 'queued', ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as m(id uuid, key text, kind text, channel text, recipient text, subject text,
      text text, secret boolean, valid_until timestamptz, matter text, nth integer, crowd text, with_others text)
    order by key collate "C", kind, channel, recipient
    on conflict (key, kind, channel, recipient) do nothing
    returning id`.execute(tx);
  return new Set(made.rows.map(({ id }) => id));
}

/** A row of the configuration: which channel carries what. */
export interface Route {
  /** Of the notice, or `*`. */
  readonly kind: string;
  /** The channel's name. */
  readonly channel: string;
  /** The least is tried first. */
  readonly rank: number;
  /** Carries it besides the first that reaches. */
  readonly also: boolean;
}

/** The routes in force on a day. */
export function findRoutes(db: Db, on: Temporal.PlainDate): Promise<Route[]> {
  const day = on.toString();
  return db
    .selectFrom('notices.route')
    .select(['kind', 'channel', 'rank', 'also'])
    .where('valid_from', '<=', day)
    .where((e) => e.or([e('valid_to', 'is', null), e('valid_to', '>', day)]))
    .execute();
}

/** Messages by id, whatever their state. */
export async function findStored(
  db: Db | Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StoredMessage>> {
  const rows = await db
    .selectFrom('notices.message')
    .selectAll()
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

/** Notes tries that left messages in the queue. */
export async function noteTries(
  tx: Tx,
  tries: readonly { readonly id: string; readonly error: string }[],
): Promise<void> {
  if (tries.length === 0) return;
  await sql`
    update notices.message m set attempts = attempts + 1, last_error = t.error
    from unnest(${tries.map(({ id }) => id)}::uuid[], ${tries.map(({ error }) => error)}::text[]) as t(id, error)
    where m.id = t.id and m.state = 'queued'`.execute(tx);
}

export interface Ending {
  readonly id: string;
  readonly state: 'sent' | 'failed' | 'expired';
  readonly carrierId: string;
  readonly error: string;
}

/** Ends queued messages and empties secret texts. @returns the ids of those that had not ended before */
export async function endMessages(
  tx: Tx,
  endings: readonly Ending[],
  now: Temporal.Instant,
): Promise<ReadonlySet<string>> {
  if (endings.length === 0) return new Set();
  const column = (of: keyof Ending) => endings.map((ending) => ending[of]);
  const ended = await sql<{ id: string }>`
    update notices.message m
    set state = e.state, attempts = attempts + case e.state when 'expired' then 0 else 1 end, carrier_id = e.carrier, last_error = e.error,
      sent_at = case e.state when 'sent' then ${now}::timestamptz end, text = case when secret then '' else text end
    from unnest(${column('id')}::uuid[], ${column('state')}::text[], ${column('carrierId')}::text[], ${column('error')}::text[])
      as e(id, state, carrier, error)
    where m.id = e.id and m.state = 'queued'
    returning m.id`.execute(tx);
  return new Set(ended.rows.map(({ id }) => id));
}
