// Heavy or risky work on what strangers hand in runs in a thread of its own, bounded in time and memory: whatever the bytes
// do to it, the process that answers people goes on answering.
import { Worker } from 'node:worker_threads';

export interface AsideBounds {
  /** From its start; waiting for its turn does not count. */
  readonly seconds: number;
  /** Of the thread's own heap. */
  readonly megabytes: number;
}

/** `gaveUp`: it took too long, needed too much, or broke; `reason` is for the log. */
export type AsideEnd<T> =
  | { readonly kind: 'done'; readonly value: T }
  | { readonly kind: 'gaveUp'; readonly reason: string };

/** At once in this process; the others wait. One leaves a processor to the pages. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Where a thread's program lies, from the sources and from the bundle alike.
 * @param here `import.meta.url` of the caller, @param source its path beside the caller, @param built its path in `dist/`
 */
export function threadProgram(here: string, source: string, built: string): URL {
  return here.endsWith('.ts') ? new URL(source, here) : new URL(`../${built}`, here);
}

/**
 * Runs a program with `workerData` as its input; its first message is the answer.
 * @param input handed over: its buffers are copied
 */
export async function aside<T>(program: URL, input: unknown, bounds: AsideBounds): Promise<AsideEnd<T>> {
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await inThread<T>(program, input, bounds);
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

async function inThread<T>(program: URL, input: unknown, bounds: AsideBounds): Promise<AsideEnd<T>> {
  const worker = new Worker(program, {
    workerData: input,
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes },
    // Nothing of the host's options: a thread of the tests is started as one of the program.
    execArgv: [],
    env: {},
  });
  const ended = Promise.withResolvers<AsideEnd<T>>();
  const giveUp = (reason: string) => ended.resolve({ kind: 'gaveUp', reason });
  const timer = setTimeout(() => giveUp(`more than ${bounds.seconds} s`), bounds.seconds * 1000);
  worker.once('message', (value: T) => ended.resolve({ kind: 'done', value }));
  worker.once('error', (error) => giveUp(String(error)));
  worker.once('exit', (code) => giveUp(`ended with ${code}`));
  try {
    return await ended.promise;
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
