// Tells a database that is slow from one that does not answer at all: a slow statement is waited for, as long as its limit says; where
// nobody answers, whoever waits is told within seconds, and whoever comes next at once, until somebody answers again.
import type { Duplex } from 'node:stream';
import pg from 'pg';
import { isConnectionLost } from './database-check.ts';

/** Nothing is asked of the database: a moment ago it did not answer. */
export class DatabaseAway extends Error {
  constructor() {
    super('the database does not answer');
    this.name = 'DatabaseAway';
  }
}

/** What a statement ended by a limit says: its own time, a lock's, an idle transaction's; no room for one more connection. */
const ENDED = ['57014', '55P03', '25P03', '53300'];
/** What the driver says when no connection, or no answer, came in time; it gives no code. */
const LATE_SAID = /^(?:timeout exceeded when trying to connect|Query read timeout|timeout expired)$/u;
const DEEPEST = 4;

/** Whether an error tells that the database could not be asked, or did not answer in time: later it may. What wraps it is looked through. */
export function isDatabaseAway(error: unknown): boolean {
  for (let one = error, depth = 0; one instanceof Error && depth < DEEPEST; one = one.cause, depth++) {
    if (one instanceof DatabaseAway || isConnectionLost(one) || LATE_SAID.test(one.message)) return true;
    if (one instanceof pg.DatabaseError && ENDED.includes(one.code ?? '')) return true;
  }
  return false;
}

export interface Patience {
  /** After how long without an answer the database is asked whether it is there, ms. */
  readonly suspectMs: number;
  /** How long it has to say so, ms. */
  readonly pingMs: number;
}

interface Line {
  readonly stream: Duplex;
}

const LOOK_MS = 200;
/** How often a database that is away is asked whether it is back, ms. */
const AGAIN_MS = 500;
/** SQLSTATE of a server that starts or stops: it answers, and is not there. */
const NOT_NOW = /^57P0/u;

/** Watches over the connections of one pool. */
export class DatabaseWatch {
  readonly #url: string;
  readonly #patience: Patience;
  /** Connections that owe an answer, since when. */
  readonly #waiting = new Map<object, { since: number; owed: number }>();
  #looking = false;
  #asking = false;
  #away = false;
  #over = false;
  #answeredAt = 0;

  constructor(url: string, patience: Patience) {
    this.#url = url;
    this.#patience = patience;
  }

  /** Whether the database did not answer when last asked. */
  get away(): boolean {
    return this.#away;
  }

  /** Nothing is watched any more. */
  stop(): void {
    this.#over = true;
    this.#away = false;
  }

  /** Waits with a connection for an answer. */
  follow(client: object, answer: Promise<unknown>): void {
    const known = this.#waiting.get(client);
    if (known) known.owed += 1;
    else this.#waiting.set(client, { since: performance.now(), owed: 1 });
    const came = () => {
      const now = this.#waiting.get(client);
      if (!now) return;
      now.owed -= 1;
      now.since = performance.now();
      if (now.owed === 0) this.#waiting.delete(client);
    };
    answer.then(came, came);
    this.#lookLater();
  }

  #lookLater(): void {
    if (this.#looking || this.#over) return;
    this.#looking = true;
    setTimeout(() => {
      // Answers that came while this process was busy are read first.
      setImmediate(() => {
        this.#looking = false;
        this.#look();
        if (this.#waiting.size > 0) this.#lookLater();
      });
    }, LOOK_MS).unref();
  }

  #overdue(): object[] {
    const late = performance.now() - this.#patience.suspectMs;
    return [...this.#waiting].filter(([, { since }]) => since < late).map(([client]) => client);
  }

  #look(): void {
    const overdue = this.#overdue();
    if (overdue.length === 0) return;
    if (this.#away) this.#giveUp(overdue);
    else if (!this.#asking && performance.now() - this.#answeredAt > this.#patience.suspectMs)
      void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#asking = true;
    const answers = await answersNow(this.#url, this.#patience.pingMs);
    this.#asking = false;
    if (answers) this.#answeredAt = performance.now();
    if (this.#over) return;
    this.#away = !answers;
    if (answers) return;
    this.#giveUp(this.#overdue());
    setTimeout(() => void this.#ask(), AGAIN_MS).unref();
  }

  /** Whoever waits on these connections hears that they are lost; the pool makes new ones. */
  #giveUp(clients: readonly object[]): void {
    for (const client of clients) {
      this.#waiting.delete(client);
      lineOf(client).stream.destroy();
    }
  }
}

function lineOf(client: object): Line {
  return (client as { connection: Line }).connection;
}

/** Whether a server answers at this address within the time, in whatever words. */
async function answersNow(url: string, withinMs: number): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  const asked = client
    .connect()
    .then(() => client.query('select 1'))
    .then(
      () => true,
      (error: unknown) => error instanceof pg.DatabaseError && !NOT_NOW.test(error.code ?? ''),
    );
  const { promise: tooLate, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => setImmediate(() => resolve(false)), withinMs);
  timer.unref();
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    clearTimeout(timer);
    lineOf(client).stream.destroy();
  }
}
