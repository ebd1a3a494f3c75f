// Where lines of the log leave the process: never waited for, and never what the process dies of. A disk that is full or slow, a pipe
// that nobody reads or whose reader is gone cost lines beyond a bound, which are counted; the count is told once lines leave again.
import { fstatSync, write as writeFile, writeSync } from 'node:fs';

const STDOUT = 1;
/** Bytes that wait to be written at most. */
const WAITING_BYTES = 1_048_576;
/** Bytes handed to the system at once. */
const AT_ONCE_BYTES = 65_536;
const AGAIN_MS = 1000;
/** What has hung so long when the process ends is not waited for. */
const HANGING_MS = 1000;

export interface OutletOptions {
  /** Bytes that wait at most; 1 MB when absent. */
  readonly mostBytes?: number;
  /** Called with how many lines were lost, as soon as lines leave again. What it writes goes out after those that waited. */
  readonly onRecovered: (lost: number) => void;
}

/** A destination for pino. */
export interface LogOutlet {
  /** Takes a line with its end; never throws and never waits. */
  write(line: string): void;
  /** Lines lost since the process began. */
  readonly lost: number;
}

type Written = (error: Error | null, bytes: number) => void;

/** The outlet to standard output, be it a file, a device, a pipe or a socket. One for each process. */
export function logOutlet({ mostBytes = WAITING_BYTES, onRecovered }: OutletOptions): LogOutlet {
  let send: Send | undefined;
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  /** Since when the system has had a piece in its hands; null: it has none. */
  let sentAt: number | null = null;
  let failing = false;
  let lost = 0;
  let untold = 0;

  function sendOn(): void {
    if (sentAt !== null || waiting.length === 0) return;
    const piece = next();
    sentAt = performance.now();
    send ??= sender();
    send(piece, (error, bytes) => {
      sentAt = null;
      failing = error !== null;
      take(piece, error ? 0 : bytes);
      if (failing) {
        // The log alone keeps no process alive.
        setTimeout(sendOn, AGAIN_MS).unref();
        return;
      }
      if (untold > 0 && waitingBytes < mostBytes / 2) {
        const told = untold;
        untold = 0;
        onRecovered(told);
      }
      sendOn();
    });
  }

  function next(): Buffer {
    let count = 0;
    let bytes = 0;
    while (count < waiting.length && (count === 0 || bytes + waiting[count]!.length <= AT_ONCE_BYTES))
      bytes += waiting[count++]!.length;
    const piece = count === 1 ? waiting[0]! : Buffer.concat(waiting.slice(0, count));
    waiting.splice(0, count, piece);
    return piece;
  }

  /** The first piece has gone as far as this. */
  function take(piece: Buffer, bytes: number): void {
    waitingBytes -= bytes;
    if (bytes >= piece.length) waiting.shift();
    else waiting[0] = piece.subarray(bytes);
  }

  // The last lines before an end say why it ended.
  process.on('exit', () => {
    const hangs = failing || (sentAt !== null && performance.now() - sentAt > HANGING_MS);
    // What the system has in its hands already it writes, or could not anyway.
    const rest = waiting.slice(sentAt === null ? 0 : 1);
    waiting = [];
    if (hangs || rest.length === 0) return;
    try {
      writeSync(STDOUT, Buffer.concat(rest));
    } catch {
      // Full, or nobody reads: as before.
    }
  });

  return {
    write(line) {
      const bytes = Buffer.from(line);
      if (waitingBytes + bytes.length > mostBytes) {
        lost += 1;
        untold += 1;
        return;
      }
      waiting.push(bytes);
      waitingBytes += bytes.length;
      if (!failing) sendOn();
    },
    get lost() {
      return lost;
    },
  };
}

type Send = (piece: Buffer, written: Written) => void;

function sender(): Send {
  const kind = fstatSync(STDOUT);
  // A disk that hangs holds one thread of the pool and nobody else.
  if (!kind.isFIFO() && !kind.isSocket())
    return (piece, written) => writeFile(STDOUT, piece, 0, piece.length, null, written);
  // A pipe that is full would hold that thread for ever, and the process at its end: a stream asks whether it takes more.
  return (piece, written) => {
    process.stdout.write(piece, (error) => written(error ?? null, piece.length));
  };
}

/**
 * What is printed beside the log (warnings of the engine) may fail as the log may: nobody dies of that.
 * Called once by each program.
 */
export function outliveOutput(): void {
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});
}
