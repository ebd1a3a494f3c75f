// How long a page takes, asked one after another on one connection: what one person waits while nobody else asks.
import { bytesOf, Connection, type Request } from '../connections.ts';

export interface Percentiles {
  /** Milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export function percentilesOf(times: readonly number[]): Percentiles {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
}

const WARM = 5;

/**
 * Asks in turn and takes the time of each answer, but of the first few.
 * @param status what a good answer says
 * @throws Error with the answer when one says something else
 */
export async function timed(port: number, requests: readonly Request[], status = 200): Promise<Percentiles> {
  const connection = await Connection.open(port);
  try {
    const times: number[] = [];
    for (const [at, request] of requests.entries()) {
      const bytes = bytesOf(request);
      const began = performance.now();
      const answer = await connection.send(bytes);
      const took = performance.now() - began;
      if (answer.status !== status)
        throw new Error(`${request.path} was answered ${answer.status} ${answer.location}`);
      if (at >= WARM || requests.length <= WARM) times.push(took);
    }
    return percentilesOf(times);
  } finally {
    connection.close();
  }
}
