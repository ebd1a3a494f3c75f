// Processor time that a process has used, as Linux counts it: says where time goes even while others keep the cores busy.
import { readdirSync, readFileSync } from 'node:fs';

const TICK_US = 10_000;

/** `ended`: of children that are gone. */
function statOf(pid: number): { parent: number; us: number; ended: number } | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const both = (at: number) => (Number(fields[at]) + Number(fields[at + 1])) * TICK_US;
    return { parent: Number(fields[1]), us: both(11), ended: both(13) };
  } catch {
    return null;
  }
}

/** Microseconds used by a process; 0 where it cannot be told. */
export function cpuOf(pid: number): number {
  return statOf(pid)?.us ?? 0;
}

/** Microseconds used by the processes that a process has started, those that are gone too. */
export function cpuOfChildren(pid: number): number {
  let sum = statOf(pid)?.ended ?? 0;
  try {
    for (const name of readdirSync('/proc')) {
      const stat = /^\d+$/u.test(name) ? statOf(Number(name)) : null;
      if (stat?.parent === pid) sum += stat.us;
    }
  } catch {
    // not a Linux: nothing is told
  }
  return sum;
}

/** Microseconds that the whole machine has been busy, its host's other guests among them; 0 where it cannot be told. */
export function cpuOfAll(): number {
  try {
    const [user, nice, system, , , irq, softirq, steal] = (
      /^cpu +(.+)$/mu.exec(readFileSync('/proc/stat', 'latin1'))?.[1] ?? ''
    )
      .split(' ')
      .map(Number);
    return (
      [user, nice, system, irq, softirq, steal].reduce<number>((sum, one) => sum + (one ?? 0), 0) * TICK_US
    );
  } catch {
    return 0;
  }
}

export interface Used {
  readonly web: number;
  readonly database: number;
  readonly client: number;
  /** Where they run. */
  readonly worker?: number;
  readonly sandbox?: number;
}

/** Microseconds each part has used so far. */
export function usedBy(webPid: number, databasePid: number): Used {
  const own = process.cpuUsage();
  return { web: cpuOf(webPid), database: cpuOfChildren(databasePid), client: own.user + own.system };
}

/** `web 310 µs, database 420 µs, client 35 µs, worker 90 µs, sandbox 80 µs each` */
export function perOne(before: Used, after: Used, done: number): string {
  const parts = (['web', 'database', 'client', 'worker', 'sandbox'] as const).filter(
    (part) => after[part] !== undefined,
  );
  const each = (part: keyof Used) =>
    `${part} ${Math.round(((after[part] ?? 0) - (before[part] ?? 0)) / done)} µs`;
  return `${parts.map(each).join(', ')} each`;
}
