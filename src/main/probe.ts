// A look from outside: a process may live and yet answer nobody. Any answer counts, whatever it says of the house or its database.
import type { ChildProcess } from 'node:child_process';

/** How a child is asked: at addresses that must all answer, or by the channel to its parent. */
export type Probe = { readonly urls: readonly string[] } | 'channel';

/** How often it is asked (ms), how long an answer is waited for (ms), and after how many in a row without one it is given up. */
export interface Patience {
  readonly everyMs: number;
  readonly withinMs: number;
  readonly misses: number;
}

/** A database that hangs is told by `/health` within three seconds; a process that hangs is ended within a minute. */
export const PATIENCE: Patience = { everyMs: 10_000, withinMs: 10_000, misses: 3 };

/**
 * Asks a child that is ready again and again.
 * @param gaveUp called once, when it has not answered so often
 * @returns ends the asking
 */
export function askAgain(
  child: ChildProcess,
  probe: Probe,
  patience: Patience,
  gaveUp: () => void,
): () => void {
  let missed = 0;
  let next: NodeJS.Timeout | undefined;
  let over = false;
  const later = () => {
    next = setTimeout(ask, patience.everyMs);
    next.unref();
  };
  async function ask(): Promise<void> {
    const answered = await (probe === 'channel'
      ? answersParent(child, patience.withinMs)
      : answersAll(probe.urls, patience.withinMs));
    if (over) return;
    missed = answered ? 0 : missed + 1;
    if (missed < patience.misses) return later();
    over = true;
    gaveUp();
  }
  later();
  return () => {
    over = true;
    clearTimeout(next);
  };
}

async function answersAll(urls: readonly string[], withinMs: number): Promise<boolean> {
  const answers = await Promise.all(urls.map((url) => answersAt(url, withinMs)));
  return answers.every(Boolean);
}

async function answersAt(url: string, withinMs: number): Promise<boolean> {
  try {
    const answer = await fetch(url, {
      headers: { connection: 'close' },
      redirect: 'manual',
      signal: AbortSignal.timeout(withinMs),
    });
    await answer.body?.cancel();
    return true;
  } catch {
    return false;
  }
}

const QUESTION = 'are you there?';
const ANSWER = 'here';

function answersParent(child: ChildProcess, withinMs: number): Promise<boolean> {
  return new Promise((done) => {
    const end = (answered: boolean) => {
      clearTimeout(late);
      child.off('message', hear);
      done(answered);
    };
    const hear = (message: unknown) => {
      if (message === ANSWER) end(true);
    };
    const late = setTimeout(end, withinMs, false);
    child.on('message', hear);
    child.send(QUESTION, (error) => {
      if (error) end(false);
    });
  });
}

/** The child's part of being asked by the channel. */
export function answerParent(): void {
  process.on('message', (message) => {
    if (message === QUESTION) process.send?.(ANSWER);
  });
}
