// By which channels a person is told: the first that reaches them, and those that carry it besides.
import type { Db } from '../../platform/db.ts';
import type { Channel, Recipient } from './ports.ts';
import { findRoutes, type Route } from './store.ts';

/** One way to a person. */
export interface Way {
  readonly channel: Channel;
  /** The address there. */
  readonly to: string;
}

/** Every kind that has no rows of its own. */
const ANY = '*';

/**
 * The ways to a person by these routes. A route whose channel this process does not have is passed over.
 * @returns none when no channel reaches them: they are told by letter or in person
 */
export function chooseWays(
  routes: readonly Route[],
  channels: readonly Channel[],
  kind: string,
  recipient: Recipient,
): Way[] {
  const own = routes.filter((route) => route.kind === kind);
  const reaching = (own.length > 0 ? own : routes.filter((route) => route.kind === ANY))
    .toSorted((a, b) => a.rank - b.rank)
    .flatMap(({ channel: name, also }) => {
      const channel = channels.find((one) => one.name === name);
      const to = channel?.addressOf(recipient) ?? null;
      return channel && to !== null ? [{ channel, to, also }] : [];
    });
  const first = reaching.find((way) => !way.also);
  return reaching.filter((way) => way.also || way === first).map(({ channel, to }) => ({ channel, to }));
}

/** Who is told what. */
export interface Addressed {
  /** Of the notice. */
  readonly kind: string;
  readonly recipient: Recipient;
}

/**
 * The ways to each of several people by the configuration of a day, in their order. Asked outside every transaction: a channel is
 * something outside.
 */
export async function waysToEach(
  db: Db,
  channels: readonly Channel[],
  addressed: readonly Addressed[],
  on: Temporal.PlainDate,
): Promise<Way[][]> {
  if (addressed.length === 0) return [];
  const routes = await findRoutes(db, on);
  return addressed.map(({ kind, recipient }) => chooseWays(routes, channels, kind, recipient));
}
