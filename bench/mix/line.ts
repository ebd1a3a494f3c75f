// A person's line to a site: kept alive as a browser keeps it, opened anew when it has ended, and counted when its end was not told.
import { type Answer, Connection } from '../connections.ts';

/** What became of the sockets of all lines. */
export interface Sockets {
  opened: number;
  /** Left by the client before the moment that the server had named. */
  left: number;
  /** Closed by the server between two requests: as it had told, or without a word. */
  closedAsTold: number;
  closedUntold: number;
  /** Closed while a request was on its way: its answer is lost. */
  lost: number;
  /** Answers that neither name the end of the line nor close it. */
  silent: number;
}

export const noSockets = (): Sockets => ({
  opened: 0,
  left: 0,
  closedAsTold: 0,
  closedUntold: 0,
  lost: 0,
  silent: 0,
});

/** A line is not used any more so long before its end, ms: a request needs its way. */
const BEFORE_END = 1000;
const CLOSES = /\r\nconnection: *close/iu;
const KEEPS = /\r\nkeep-alive: *timeout=(\d+)/iu;

export class Line {
  readonly #port: number;
  readonly #from: string | undefined;
  readonly #sockets: Sockets;
  #connection: Connection | null = null;
  /** When it ends by what the last answer said; 0 when that closes it, infinite when nothing was said. */
  #endsAt = Number.POSITIVE_INFINITY;

  /** @param from the address that the person calls from; the machine chooses when absent */
  constructor(port: number, from: string | undefined, sockets: Sockets) {
    this.#port = port;
    this.#from = from;
    this.#sockets = sockets;
  }

  /** @throws Error when the line is lost before the whole answer is there */
  async send(request: Buffer): Promise<Answer> {
    const connection = this.#usable() ?? (await this.open());
    let answer: Answer;
    try {
      answer = await connection.send(request);
    } catch (error) {
      this.#sockets.lost += 1;
      this.#connection = null;
      throw error;
    }
    const head = answer.raw.toString('latin1', 0, answer.bodyAt);
    const kept = KEEPS.exec(head)?.[1];
    if (CLOSES.test(head)) this.#endsAt = 0;
    else if (kept) this.#endsAt = performance.now() + Number(kept) * 1000;
    else this.#sockets.silent += 1;
    return answer;
  }

  async open(): Promise<Connection> {
    this.#connection = await Connection.open(this.#port, this.#from);
    this.#endsAt = Number.POSITIVE_INFINITY;
    this.#sockets.opened += 1;
    return this.#connection;
  }

  close(): void {
    this.#connection?.close();
  }

  #usable(): Connection | null {
    const connection = this.#connection;
    if (!connection) return null;
    const over = performance.now() > this.#endsAt - BEFORE_END;
    if (!connection.closed && !over) return connection;
    this.#connection = null;
    if (!connection.closed) this.#sockets.left += 1;
    else if (over) this.#sockets.closedAsTold += 1;
    else this.#sockets.closedUntold += 1;
    connection.close();
    return null;
  }
}
