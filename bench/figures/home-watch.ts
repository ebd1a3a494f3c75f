// The home page asked at a steady pace while something else goes on: a slow answer delays no later question, and is counted from when it was due.
import { bytesOf, Connection } from '../connections.ts';

const EVERY_MS = 10;
const CONNECTIONS = 8;

export class HomeWatch {
  readonly #port: number;

  constructor(port: number) {
    this.#port = port;
  }

  /** @returns what the work gives, and the milliseconds of every answer from the moment its question was due */
  async during<T>(work: () => Promise<T>): Promise<{ value: T; times: number[] }> {
    const free = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(this.#port)));
    const all = [...free];
    const [request, times, due] = [bytesOf({ path: '/' }), [] as number[], [] as number[]];
    let asking = 0;
    let failed: unknown;
    const ask = async (connection: Connection, since: number) => {
      asking += 1;
      const answer = await connection.send(request);
      times.push(performance.now() - since);
      if (answer.status !== 200) throw new Error(`home was answered ${answer.status}`);
      asking -= 1;
      free.push(connection);
      next();
    };
    const next = () => {
      while (due.length > 0 && free.length > 0)
        ask(free.pop()!, due.shift()!).catch((error) => {
          failed = error;
        });
    };
    let at = performance.now();
    const clock = setInterval(() => {
      for (; at <= performance.now(); at += EVERY_MS) due.push(at);
      next();
    }, EVERY_MS);
    try {
      const value = await work();
      clearInterval(clock);
      while (asking > 0 && !failed) await new Promise((done) => setTimeout(done, 5));
      if (failed) throw failed;
      return { value, times };
    } finally {
      clearInterval(clock);
      for (const connection of all) connection.close();
    }
  }
}
