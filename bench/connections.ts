// A client that costs little, for it shares the cores with what it measures: raw keep-alive sockets, requests made
// beforehand, answers read only as far as they are checked.
import { connect, type Socket } from 'node:net';

export interface Answer {
  readonly status: number;
  readonly location: string;
  /** Bytes of the body. */
  readonly length: number;
  /** The whole answer, head and body; valid only until the next request on this connection. */
  readonly raw: Buffer;
  readonly bodyAt: number;
}

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/** One keep-alive connection; one request at a time. */
export class Connection {
  readonly #socket: Socket;
  #got: Buffer = Buffer.alloc(0);
  #done: ((answer: Answer) => void) | null = null;
  #fail: ((error: Error) => void) | null = null;

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#take(chunk));
    socket.on('error', (error) => this.#end(error));
    socket.on('close', () => this.#end(new Error('the connection was closed')));
  }

  /** @param from an address of this machine to call from */
  static open(port: number, from?: string): Promise<Connection> {
    return new Promise((done, fail) => {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true, ...(from && { localAddress: from }) });
      socket.once('error', fail);
      socket.once('connect', () => {
        socket.off('error', fail);
        done(new Connection(socket));
      });
    });
  }

  /** @throws Error when the connection is lost before the whole answer is there */
  send(request: Buffer | string): Promise<Answer> {
    return new Promise((done, fail) => {
      this.#done = done;
      this.#fail = fail;
      if (this.#socket.destroyed) this.#end(new Error('the connection was closed'));
      else this.#socket.write(request);
    });
  }

  /** The other end has ended it, or this one. */
  get closed(): boolean {
    return this.#socket.destroyed || this.#socket.readableEnded;
  }

  close(): void {
    this.#socket.destroy();
  }

  #take(chunk: Buffer): void {
    this.#got = this.#got.length === 0 ? chunk : Buffer.concat([this.#got, chunk]);
    const answer = readAnswer(this.#got);
    if (!answer) return;
    const done = this.#done;
    this.#got = Buffer.alloc(0);
    this.#done = null;
    this.#fail = null;
    done?.(answer);
  }

  #end(error: Error): void {
    const fail = this.#fail;
    this.#done = null;
    this.#fail = null;
    fail?.(error);
  }
}

/** Reads an answer when it is all there; answers of ours name their length. */
export function readAnswer(got: Buffer): Answer | null {
  const at = got.indexOf(END_OF_HEAD);
  if (at < 0) return null;
  const head = got.toString('latin1', 0, at);
  const status = Number(head.slice(9, 12));
  const length = Number(
    /content-length: *(\d+)/iu.exec(head)?.[1] ?? (status === 204 || status === 304 ? 0 : Number.NaN),
  );
  if (Number.isNaN(length)) throw new Error(`an answer without a length: ${head.slice(0, 200)}`);
  const bodyAt = at + END_OF_HEAD.length;
  if (got.length < bodyAt + length) return null;
  return { status, location: /\r\nlocation: *(\S+)/iu.exec(head)?.[1] ?? '', length, raw: got, bodyAt };
}

/**
 * Lets `clients` connections work through jobs, each taking the next when it is through with one, until there are none.
 * @param next does one job on a connection; false when there is nothing left
 * @returns seconds from the first request to the last answer
 */
export async function workThrough(
  port: number,
  clients: number,
  next: (connection: Connection, client: number) => Promise<boolean>,
): Promise<number> {
  const connections = await Promise.all(Array.from({ length: clients }, () => Connection.open(port)));
  const began = performance.now();
  try {
    await Promise.all(
      connections.map(async (connection, client) => {
        while (await next(connection, client));
      }),
    );
    return (performance.now() - began) / 1000;
  } finally {
    for (const connection of connections) connection.close();
  }
}

export interface Request {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

/** The bytes of a request as a browser would send it, less what no server of ours reads. */
export function bytesOf({ method = 'GET', path, cookie, headers = {}, body }: Request): Buffer {
  const all = {
    host: '127.0.0.1',
    accept: 'text/html,application/xhtml+xml',
    'accept-encoding': 'gzip, deflate, br',
    ...(cookie && { cookie }),
    ...(body !== undefined && {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': String(Buffer.byteLength(body)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = Buffer.from(`${method} ${path} HTTP/1.1\r\n${lines.join('')}\r\n`);
  return body === undefined ? head : Buffer.concat([head, Buffer.from(body)]);
}

/** A form's fields as a browser posts them. */
export function formOf(fields: Readonly<Record<string, string>>): string {
  return new URLSearchParams(fields).toString();
}
