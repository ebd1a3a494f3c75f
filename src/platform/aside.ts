// Heavy or risky work on what strangers hand in runs in a thread of its own, bounded in time and memory: whatever the bytes
// do to it, the process that answers people goes on answering.
import { Worker } from 'node:worker_threads';

export interface AsideBounds {
  /** From its start; waiting for its turn does not count. */
  readonly seconds: number;
  /** Of the thread's own heap. */
  readonly megabytes: number;
  /** Whether the thread stays for the next order: for small work that comes often. What needs much memory gives it back by ending. */
  readonly stays: boolean;
}

/** `gaveUp`: it took too long, needed too much, or broke; `reason` is for the log. */
export type AsideEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'gaveUp'; readonly reason: string };

/** At once in this process; the others wait. One leaves a processor to the pages. */
const AT_ONCE = 2;
/** How long an unused thread stays, ms. */
const IDLE_MS = 60_000;
let running = 0;
const waiting: (() => void)[] = [];
/** Threads that wait for an order, by their program. */
const idle = new Map<string, Worker[]>();

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
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await inThread<T>(program, order, bounds);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function inThread<T>(program: URL, order: unknown, bounds: AsideBounds): Promise<AsideEnd<T>> {
  const worker = idle.get(program.href)?.pop() ?? started(program, bounds);
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
  if (end.kind === 'done' && bounds.stays) rest(program, worker);
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

/** A thread that rests no more. */
function leave(program: URL, worker: Worker): void {
  const resting = idle.get(program.href) ?? [];
  const at = resting.indexOf(worker);
  if (at >= 0) resting.splice(at, 1);
}

/** Keeps a thread for the next order, a while; it keeps no process alive. */
function rest(program: URL, worker: Worker): void {
  const resting = idle.get(program.href) ?? [];
  idle.set(program.href, resting);
  resting.push(worker);
  worker.unref();
  setTimeout(() => {
    if (!resting.includes(worker)) return;
    leave(program, worker);
    void worker.terminate();
  }, IDLE_MS).unref();
}
