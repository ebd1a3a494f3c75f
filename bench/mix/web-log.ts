// What the web wrote down meanwhile: who held its event loop, where `LOOP_WATCH=on` has it told, and what failed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Held {
  readonly route: string;
  readonly times: number;
  /** Milliseconds of processor. */
  readonly longest: number;
}

interface Line {
  readonly msg: string;
  readonly route?: string;
  readonly ms?: number;
  readonly reason?: string;
  readonly err?: { readonly message: string };
}

/** `held`: the worst first. `failed`: as often as each was said. */
export function readWebLog(varFolder: string): { held: Held[]; failed: (readonly [string, number])[] } {
  const held = new Map<string, { times: number; longest: number }>();
  const failed = new Map<string, number>();
  for (const text of readFileSync(join(varFolder, 'log', 'web.log'), 'utf8').split('\n')) {
    if (!text.startsWith('{')) continue;
    const { msg, route, ms = 0, reason, err } = JSON.parse(text) as Line;
    if (route !== undefined && msg.includes('held the event loop')) {
      const { times, longest } = held.get(route) ?? { times: 0, longest: 0 };
      held.set(route, { times: times + 1, longest: Math.max(longest, ms) });
    } else if (reason !== undefined || err) {
      const what = `${msg}: ${reason ?? err?.message}`;
      failed.set(what, (failed.get(what) ?? 0) + 1);
    }
  }
  const worst = [...held].map(([route, rest]) => ({ route, ...rest })).sort((a, b) => b.longest - a.longest);
  return { held: worst, failed: [...failed] };
}
