// The processes we start and keep alive: one that dies is started again, after a little longer each time.
import { type ChildProcess, fork } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';

export interface ChildPlan {
  name: string;
  /** The program's file. */
  file: string;
  env: NodeJS.ProcessEnv;
}

export interface Children {
  /** Resolves when every child has said it is ready. @throws Error when one does not within 30 s */
  ready(): Promise<void>;
  stop(): Promise<void>;
}

const FIRST_WAIT = 200;
const LONGEST_WAIT = 10_000;

/** Starts the plans; output goes to `<logFolder>/<name>.log`. */
export function startChildren(plans: ChildPlan[], logFolder: string, say: (line: string) => void): Children {
  let stopping = false;
  const living = new Map<string, ChildProcess>();
  const firstReady = plans.map((plan) => keep(plan));

  function keep(plan: ChildPlan, wait = FIRST_WAIT): Promise<void> {
    return new Promise((done) => {
      const log = openSync(join(logFolder, `${plan.name}.log`), 'a');
      const child = fork(plan.file, [], {
        env: plan.env,
        stdio: ['ignore', log, log, 'ipc'],
        execArgv: ['--enable-source-maps'],
      });
      closeSync(log);
      living.set(plan.name, child);
      let wasReady = false;
      child.on('message', (message) => {
        if (message !== 'ready') return;
        wasReady = true;
        done();
      });
      child.on('exit', (code, signal) => {
        living.delete(plan.name);
        if (stopping) return;
        say(
          `${plan.name} đã dừng (${signal ?? `mã ${code}`}); đang chạy lại. Xem ${join(logFolder, `${plan.name}.log`)}`,
        );
        const next = wasReady ? FIRST_WAIT : Math.min(wait * 2, LONGEST_WAIT);
        setTimeout(() => {
          if (!stopping) keep(plan, next).then(done);
        }, next);
      });
    });
  }

  return {
    async ready() {
      const late = new Promise<never>((_, fail) => {
        setTimeout(
          () => fail(new Error(`chưa sẵn sàng sau 30 giây; xem các tệp trong ${logFolder}`)),
          30_000,
        ).unref();
      });
      await Promise.race([Promise.all(firstReady), late]);
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
