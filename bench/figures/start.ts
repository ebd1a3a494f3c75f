// `start`: seconds from `npm start` to `ready` on a state folder that was started before.
import { spawn } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { type Environment, freePorts, ROOT } from '../environment.ts';
import { type Figure, figure, median, ROUNDS } from '../figure.ts';

const LIMIT = 5;
const PATIENCE_MS = 60_000;

export async function start(env: Environment): Promise<Figure[]> {
  const folder = `${env.freshCopy}-run`;
  cpSync(env.freshCopy, folder, { recursive: true });
  const times: number[] = [];
  try {
    for (let round = 0; round < ROUNDS; round++) {
      times.push(await once(folder, await freePorts(4)));
      env.say(`  start ${round + 1}: ${times[round]?.toFixed(2)} s`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return [figure('start', median(times), 's', LIMIT)];
}

/** Starts, waits for `ready`, and stops as Ctrl-C does. */
function once(varFolder: string, port: number): Promise<number> {
  return new Promise((done, fail) => {
    const began = performance.now();
    // A process group of its own, so that the interrupt reaches what npm has started and nothing else.
    const child = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { ...process.env, MOTCUA_VAR: varFolder, PORT: String(port), DATABASE_URL: undefined },
    });
    const stop = (signal: NodeJS.Signals) => {
      try {
        if (child.pid) process.kill(-child.pid, signal);
      } catch {
        // gone already
      }
    };
    const late = setTimeout(() => stop('SIGTERM'), PATIENCE_MS);
    let seconds = 0;
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk;
      if (seconds > 0 || !/^ready\b/mu.test(said)) return;
      seconds = (performance.now() - began) / 1000;
      stop('SIGINT');
    });
    child.once('close', () => {
      clearTimeout(late);
      if (seconds > 0) done(seconds);
      else fail(new Error(`npm start did not say ready:\n${said}`));
    });
  });
}
