// The crowd, in a process of its own: everybody's next click is due a pause after their last one was due, however long that took to be answered.
import { answeringOrders } from '../orders.ts';
import { Histogram, type Spread } from './histogram.ts';
import { Line, noSockets, type Sockets } from './line.ts';
import type { Part, World } from './parts.ts';
import { Person } from './person.ts';

export interface CrowdOrder {
  readonly portal: number;
  readonly desk: number;
  readonly world: World;
  readonly parts: readonly Part[];
  /** Seconds between two clicks of one person. */
  readonly pause: number;
  /** Pauses that are played first, and pauses that are counted. */
  readonly warm: number;
  readonly counted: number;
}

export interface CrowdAnswer {
  /** Clicks, from the moment they were due until the page they led to was there. */
  readonly clicks: Spread;
  readonly kinds: Readonly<Record<string, Spread>>;
  /** Single requests, from their sending. */
  readonly requests: Spread;
  /** How late this process was itself with clicks whose person was free. */
  readonly late: Spread;
  /** Clicks whose person still waited for the one before. */
  readonly behind: number;
  readonly sent: number;
  readonly sockets: Sockets;
  /** What went wrong, and how often; the warming up too. */
  readonly wrong: readonly (readonly [string, number])[];
}

const OPENED_AT_ONCE = 50;
/** A second of grace before the first click. */
const BEGINS_IN = 1000;
/** How long the last answers are waited for, and how often that is looked at, ms. */
const PATIENCE = 60_000;
const LOOK = 10;

/** Where a person calls from: Linux lets every address of the loopback be one's own, so that counts by address are as in life. */
const addressOf = (n: number) =>
  process.platform === 'linux' ? `127.1.${1 + Math.floor(n / 250)}.${1 + (n % 250)}` : undefined;

interface Player {
  readonly person: Person;
  readonly line: Line;
  readonly due: number[];
  busy: boolean;
}

async function play(order: CrowdOrder): Promise<CrowdAnswer> {
  const { parts, world, pause, warm, counted } = order;
  const sockets = noSockets();
  const [clicks, requests, late] = [new Histogram(), new Histogram(), new Histogram()];
  const kinds = new Map<string, Histogram>();
  const wrong = new Map<string, number>();
  let [behind, sent, playing] = [0, 0, 0];

  const players = parts.map((part, n): Player => {
    const line = new Line(part.kind === 'official' ? order.desk : order.portal, addressOf(n), sockets);
    return { person: new Person(part, { line, world, seed: n + 1 }), line, due: [], busy: false };
  });
  for (let n = 0; n < players.length; n += OPENED_AT_ONCE)
    await Promise.all(players.slice(n, n + OPENED_AT_ONCE).map(({ line }) => line.open()));

  const gap = (pause * 1000) / players.length;
  const begins = performance.now() + BEGINS_IN;
  const countedFrom = begins + warm * pause * 1000;
  const all = (warm + counted) * players.length;

  async function work(player: Player): Promise<void> {
    if (player.busy) return;
    player.busy = true;
    for (let due = player.due.shift(); due !== undefined; due = player.due.shift()) {
      const counts = due >= countedFrom;
      const click = player.person.next();
      try {
        await player.person.click(click, (ms) => counts && requests.add(ms));
        if (click.kind === 'file: send') sent += 1;
      } catch (error) {
        const what = `${click.kind}: ${error instanceof Error ? error.message : error}`;
        wrong.set(what, (wrong.get(what) ?? 0) + 1);
      }
      playing -= 1;
      if (!counts) continue;
      const took = performance.now() - due;
      clicks.add(took);
      const kind = kinds.get(click.kind) ?? new Histogram();
      kinds.set(click.kind, kind);
      kind.add(took);
    }
    player.busy = false;
  }

  for (let tick = 0; tick < all; ) {
    const due = begins + tick * gap;
    const wait = due - performance.now();
    if (wait > 0) {
      await new Promise((done) => setTimeout(done, wait));
      continue;
    }
    const player = players[tick % players.length]!;
    tick += 1;
    playing += 1;
    if (due >= countedFrom) {
      if (player.busy) behind += 1;
      else late.add(performance.now() - due);
    }
    player.due.push(due);
    void work(player);
  }
  for (let waited = 0; playing > 0 && waited < PATIENCE; waited += LOOK)
    await new Promise((done) => setTimeout(done, LOOK));
  if (playing > 0) wrong.set('no answer', playing);
  for (const { line } of players) line.close();
  return {
    clicks: clicks.spread(),
    kinds: Object.fromEntries([...kinds].map(([kind, histogram]) => [kind, histogram.spread()])),
    requests: requests.spread(),
    late: late.spread(),
    behind,
    sent,
    sockets,
    wrong: [...wrong],
  };
}

answeringOrders(play);
