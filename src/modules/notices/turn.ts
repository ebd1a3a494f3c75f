// When a notice may go. The first goes at once; what follows close upon it waits, and of those that wait only the newest goes.
// Decision 0035. A code has no matter and does not come here.
import { act, type Ctx, SYSTEM } from '../../platform/act.ts';
import type { Db } from '../../platform/db.ts';
import { ok } from '../../rules/kernel/index.ts';
import { MessageFact, streamOf } from './facts.ts';
import type { StoredMessage } from './store.ts';
import {
  findAlone,
  findLocked,
  handOver,
  handOverAll,
  hold,
  lastHanded,
  lockAddresses,
  mergeAll,
  mergeInto,
  newerInCrowd,
  newerOfMatter,
  othersIn,
} from './turn-store.ts';

/** Seconds between two notices of one matter. */
export const MATTER_SECONDS = 10;
/** So many confirmations of one person's own doings go at once within the seconds below; then they go together. */
export const CROWD_MOST = 5;
export const CROWD_SECONDS = 60;

export type Turn =
  | { readonly kind: 'go'; readonly message: StoredMessage }
  /** Until then at most; nothing was handed over. */
  | { readonly kind: 'wait'; readonly until: Temporal.Instant }
  /** A newer one says it, or will. */
  | { readonly kind: 'merged' }
  /** It had ended before. */
  | { readonly kind: 'done' };

/**
 * Looks which messages may be handed over now, and notes of those that they will be.
 * @returns each one's turn, by id
 * @throws when the database fails
 */
export async function takeTurns(
  db: Db,
  ids: readonly string[],
  now: Temporal.Instant,
): Promise<ReadonlyMap<string, Turn>> {
  if (ids.length === 0) return new Map();
  const turns = await act({ db, actor: SYSTEM, now }, async (ctx) => ok(await decideAll(ctx, ids)));
  return turns.ok ? turns.value : new Map();
}

/** One query for those on which nothing bears, the only ones to their address here; the others are decided one after another. */
async function decideAll(ctx: Ctx, ids: readonly string[]): Promise<Map<string, Turn>> {
  const { tx, now } = ctx;
  await lockAddresses(tx, ids);
  const found = await findAlone(tx, ids, { now, matterSeconds: MATTER_SECONDS, crowdSeconds: CROWD_SECONDS });
  const addressOf = ({ channel, recipient }: StoredMessage) => `${channel} ${recipient}`;
  const here = Map.groupBy(found, ({ message }) => addressOf(message));
  const free = found.filter(
    ({ message, alone }) => alone && message.state === 'queued' && here.get(addressOf(message))?.length === 1,
  );
  const turns = new Map<string, Turn>(free.map(({ message }) => [message.id, { kind: 'go', message }]));
  await handOverAll(tx, [...turns.keys()], now);
  for (const id of ids) if (!turns.has(id)) turns.set(id, await decide(ctx, id));
  return turns;
}

async function decide(ctx: Ctx, id: string): Promise<Turn> {
  const { tx, now } = ctx;
  const message = await findLocked(tx, id);
  if (message?.state !== 'queued') return { kind: 'done' };
  const newer = await newerOfMatter(tx, message);
  if (newer) return merge(ctx, message, newer);
  // Its carrier was asked before and did not say that it took it: it had its turn.
  if (message.handed_at) return { kind: 'go', message };
  const held = await heldBy(ctx, message);
  if (held) {
    await hold(tx, id, held);
    return { kind: 'wait', until: held.until };
  }
  if (message.held_by === 'crowd') {
    const last = await newerInCrowd(tx, message);
    if (last) return merge(ctx, message, last);
    told(ctx, await mergeAll(tx, message), id);
  }
  const others = await othersIn(tx, message);
  const text = others > 0 ? message.with_others.replaceAll('{n}', String(others)) : message.text;
  await handOver(tx, id, { text, at: now });
  return { kind: 'go', message: { ...message, text } };
}

/** What went out just before, and until when it holds this one back; null when nothing does. */
async function heldBy({ tx, now }: Ctx, message: StoredMessage) {
  const matter = await lastHanded(tx, message, { of: 'matter', nth: 1, within: MATTER_SECONDS, now });
  const crowd = await lastHanded(tx, message, { of: 'crowd', nth: CROWD_MOST, within: CROWD_SECONDS, now });
  if (crowd) return { by: 'crowd', until: crowd.add({ seconds: CROWD_SECONDS }) } as const;
  return matter ? ({ by: 'matter', until: matter.add({ seconds: MATTER_SECONDS }) } as const) : null;
}

async function merge(ctx: Ctx, message: StoredMessage, into: string): Promise<Turn> {
  await mergeInto(ctx.tx, [message.id], into);
  told(ctx, [message.id], into);
  return { kind: 'merged' };
}

function told(ctx: Ctx, ids: readonly string[], into: string): void {
  for (const id of ids) ctx.announce({ stream: streamOf(id), name: MessageFact.Merged, data: { into } });
}
