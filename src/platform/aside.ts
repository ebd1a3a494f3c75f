// Heavy or risky work on what strangers hand in runs in a thread of its own, bounded in time and memory: whatever the bytes
// do to it, the process that answers people goes on answering.
import { Worker } from 'node:worker_threads';
import { Lane } from './aside-lane.ts';

export interface AsideBounds {
  /** From its start; waiting for its turn does not count. */
  readonly seconds: number;
  /** Of the thread's own heap. */
  readonly megabytes: number;
  /** Whether the thread stays for the next order: for small work that comes often. What needs much memory gives it back by ending. */
  readonly stays: boolean;
  /** How long a thread that stays waits for an order before it ends; a minute when absent. */
  readonly idleSeconds?: number;
  /** Whose turn it is; work of strangers' files shares one lane when absent. */
  readonly lane?: Lane;
}

/** `gaveUp`: it took too long, needed too much, or broke; `reason` is for the log. */
export type AsideEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'gaveUp'; readonly reason: string };

/** One leaves a processor to the pages. Whoever sends files is held back before that many wait. */
const FILES = new Lane({ atOnce: 2, mostWaiting: Number.POSITIVE_INFINITY });
const IDLE_SECONDS = 60;
/** A thread that waits for an order, and what ends it when none comes. */
interface Resting {
  readonly worker: Worker;
  readonly ending: NodeJS.Timeout;
}
/** By their program. */
const idle = new Map<string, Resting[]>();

/**
 * Where a thread's program lies, from the sources and from the bundle alike.
 * @param here `import.meta.url` of the caller, @param source its path beside the caller, @param built its path in `dist/`
 */
export function threadProgram(here: string, source: string, built: string): URL {
  return here.endsWith('.ts') ? new URL(source, here) : new URL(`../${built}`, here);
}

/**
 * Hands an order to a program that answers each message with one message.
 * @param order handed over: its buffers are copied
 */
export async function aside<T>(program: URL, order: unknown, bounds: AsideBounds): Promise<AsideEnd<T>> {
  const end = await (bounds.lane ?? FILES).inTurn(() => inThread<T>(program, order, bounds));
  return end ?? { kind: 'gaveUp', reason: 'too many wait' };
}

async function inThread<T>(program: URL, order: unknown, bounds: AsideBounds): Promise<AsideEnd<T>> {
  const worker = woken(program) ?? started(program, bounds);
  worker.ref();
  const ended = Promise.withResolvers<AsideEnd<T>>();
  const giveUp = (reason: string) => ended.resolve({ kind: 'gaveUp', reason });
  const timer = setTimeout(() => giveUp(`more than ${bounds.seconds} s`), bounds.seconds * 1000);
  const listeners = {
    message: (value: T) => ended.resolve({ kind: 'done', value }),
    error: (error: unknown) => giveUp(String(error)),
    exit: (code: number) => giveUp(`ended with ${code}`),
  };
  for (const [event, heard] of Object.entries(listeners)) worker.on(event, heard);
  worker.postMessage(order);
  const end = await ended.promise;
  clearTimeout(timer);
  for (const [event, heard] of Object.entries(listeners)) worker.off(event, heard);
  if (end.kind === 'done' && bounds.stays) rest(program, worker, bounds.idleSeconds ?? IDLE_SECONDS);
  else {
    // What breaks now was given up already.
    worker.on('error', () => {});
    await worker.terminate();
  }
  return end;
}

function started(program: URL, bounds: AsideBounds): Worker {
  const worker = new Worker(program, {
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    // Nothing of the host's options: a thread of the tests is started as one of the program.
    execArgv: [],
    env: {},
  });
  worker.once('exit', () => leave(program, worker));
  worker.once('error', () => leave(program, worker));
  return worker;
}

/** The thread that rested last: the others may come to their end. */
function woken(program: URL): Worker | undefined {
  const last = idle.get(program.href)?.pop();
  clearTimeout(last?.ending);
  return last?.worker;
}

/** A thread that rests no more. */
function leave(program: URL, worker: Worker): void {
  const resting = idle.get(program.href) ?? [];
  const at = resting.findIndex((one) => one.worker === worker);
  if (at >= 0) clearTimeout(resting.splice(at, 1)[0]?.ending);
}

/** Keeps a thread for the next order, a while; it keeps no process alive. */
function rest(program: URL, worker: Worker, seconds: number): void {
  const resting = idle.get(program.href) ?? [];
  idle.set(program.href, resting);
  worker.unref();
  const ending = setTimeout(() => {
    leave(program, worker);
    void worker.terminate();
  }, seconds * 1000).unref();
  resting.push({ worker, ending });
}
