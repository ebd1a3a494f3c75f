// The processes we start and keep alive: one that dies is started again, after a little longer each time; one that no longer answers is ended first.
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InTheWay } from '../platform/in-the-way.ts';
import { openLog } from '../platform/log-file.ts';
import { askAgain, PATIENCE, type Probe } from './probe.ts';

export interface ChildPlan {
  name: string;
  /** The program's file. */
  file: string;
  env: NodeJS.ProcessEnv;
  /** How it is asked whether it still answers, once it is ready; not at all when absent. */
  probe?: Probe;
}

export interface Children {
  /**
   * Resolves when every child has said it is ready.
   * @throws InTheWay with a child's last error when it dies three times without having been ready, or is not ready in three minutes
   */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_WAIT = 200;
const LONGEST_WAIT = 10_000;
/** What the killed run before us holds, a port most of all, is free by the third. */
const FIRST_TRIES = 3;
const SLOW = 30_000;
const TOO_SLOW = 180_000;

/**
 * Starts the plans; output goes to `<logFolder>/<name>.log`, or nowhere while that file cannot be opened.
 * @param patience with one that does not answer its probe
 */
export function startChildren(
  plans: ChildPlan[],
  logFolder: string,
  say: (line: string) => void,
  patience = PATIENCE,
): Children {
  let stopping = false;
  const living = new Map<string, ChildProcess>();
  const waiting = new Set(plans.map(({ name }) => name));
  const firstReady = plans.map((plan) => keep(plan));

  function keep(plan: ChildPlan, tries = 1, wait = FIRST_WAIT): Promise<void> {
    return new Promise((done, fail) => {
      const file = join(logFolder, `${plan.name}.log`);
      const log = openIfPossible(file);
      const begin = log === null ? 0 : statSync(file).size;
      const child = fork(plan.file, [], {
        env: plan.env,
        stdio: ['ignore', log ?? 'ignore', log ?? 'ignore', 'ipc'],
        execArgv: ['--enable-source-maps'],
      });
      if (log !== null) closeSync(log);
      living.set(plan.name, child);
      let wasReady = false;
      let stopAsking = () => {};
      child.on('message', (message) => {
        if (message !== 'ready' || wasReady) return;
        wasReady = true;
        if (plan.probe)
          stopAsking = askAgain(child, plan.probe, patience, () => {
            if (stopping) return;
            say(`${plan.name} không trả lời ${patience.misses} lần liền`);
            // It hangs: nothing gentler would be heard. What it answered is committed.
            child.kill('SIGKILL');
          });
        waiting.delete(plan.name);
        done();
      });
      // Not even begun (no memory, too many processes): the same as one that died.
      child.on('error', (error: NodeJS.ErrnoException) => {
        if (child.pid === undefined) ended(null, error.code ?? error.message);
      });
      child.on('exit', ended);
      function ended(code: number | null, signal: string | null): void {
        stopAsking();
        living.delete(plan.name);
        if (stopping) return;
        if (waiting.has(plan.name) && tries >= FIRST_TRIES) {
          const said = lastError(file, begin) ?? `dừng với ${signal ?? `mã ${code}`}`;
          fail(new InTheWay(`${plan.name} không chạy lên được: ${said}`, `Xem những dòng cuối của ${file}.`));
          return;
        }
        say(`${plan.name} đã dừng (${signal ?? `mã ${code}`}); đang chạy lại. Xem ${file}`);
        const next = wasReady ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
        setTimeout(() => {
          if (!stopping) keep(plan, tries + 1, next).then(done, fail);
        }, next);
      }
    });
  }

  return {
    async ready() {
      const names = () => [...waiting].join(', ');
      const slow = setTimeout(() => say(`máy đang chậm, vẫn chờ: ${names()}`), SLOW);
      let late: NodeJS.Timeout | undefined;
      const tooLate = new Promise<never>((_, fail) => {
        const minutes = TOO_SLOW / 60_000;
        late = setTimeout(
          () =>
            fail(
              new InTheWay(
                `Sau ${minutes} phút vẫn chưa sẵn sàng: ${names()}.`,
                `Xem các tệp trong ${logFolder}.`,
              ),
            ),
          TOO_SLOW,
        );
      });
      try {
        await Promise.race([Promise.all(firstReady), tooLate]);
      } finally {
        clearTimeout(slow);
        clearTimeout(late);
      }
    },
    async stop() {
      stopping = true;
      await Promise.all(
        [...living.values()].map(
          (child) =>
            new Promise<void>((done) => {
              const hard = setTimeout(() => child.kill('SIGKILL'), 8000);
              child.once('exit', () => {
                clearTimeout(hard);
                done();
              });
              child.kill('SIGTERM');
            }),
        ),
      );
    },
  };
}

/** A log that cannot be opened, on a full disk say, keeps nobody from starting. */
function openIfPossible(file: string): number | null {
  try {
    return openLog(file);
  } catch {
    return null;
  }
}

/** The last error a program wrote since this place of its log: only its message, without the stack. */
function lastError(file: string, from: number): string | undefined {
  if (!existsSync(file)) return undefined;
  const said = readFileSync(file).subarray(from).toString('utf8').split('\n');
  return said.findLast((line) => /^\w*Error\b.*: /u.test(line));
}
