// The wall clock, and in sandbox mode the virtual one that the sandbox moves by writing `clock.json`.
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, COUNTRY_ZONE } from '../rules/kernel/index.ts';

export const wallClock: Clock = { now: () => Temporal.Now.instant() };

/** A clock that stands still until moved; for tests. */
export function fixedClock(at: string): Clock & { set(at: string): void } {
  let now = parseMoment(at);
  return {
    now: () => now,
    set(next) {
      now = parseMoment(next);
    },
  };
}

/**
 * Reads a moment: an instant ("2026-11-23T02:00:00Z") or a Vietnamese local time ("2026-11-23T09:00").
 * @throws RangeError when it is neither
 */
export function parseMoment(text: string): Temporal.Instant {
  if (/(Z|[+-]\d{2}:?\d{2})$/u.test(text)) return Temporal.Instant.from(text);
  return Temporal.PlainDateTime.from(text).toZonedDateTime(COUNTRY_ZONE).toInstant();
}

/** Between two looks at the clock's file, ms: many requests come in less. */
const A_GLANCE = 1;
let movedHere = 0;

/** The virtual clock of sandbox mode: real time plus the offset in `<folder>/clock.json`, which is watched. */
export function virtualClock(folder: string): Clock {
  const path = join(folder, 'clock.json');
  let seen = -1;
  let offset = 0;
  let looked = Number.NEGATIVE_INFINITY;
  let known = -1;
  const moved = () => {
    const now = Temporal.Now.instant();
    return offset === 0 ? now : now.add({ milliseconds: Math.round(offset) });
  };
  return {
    now() {
      const at = performance.now();
      if (at - looked < A_GLANCE && known === movedHere) return moved();
      looked = at;
      known = movedHere;
      const stat = statSync(path, { throwIfNoEntry: false });
      const mark = stat ? stat.mtimeMs + stat.ino : 0;
      if (mark !== seen) {
        seen = mark;
        offset = stat ? Number(JSON.parse(readFileSync(path, 'utf8')).offsetMs) : 0;
      }
      return moved();
    },
  };
}

/** Sets the virtual clock to a moment, for every process that reads the folder. */
export function moveVirtualClock(folder: string, to: Temporal.Instant): void {
  const offsetMs = to.epochMilliseconds - Temporal.Now.instant().epochMilliseconds;
  const path = join(folder, 'clock.json');
  writeFileSync(`${path}.new`, JSON.stringify({ offsetMs }));
  renameSync(`${path}.new`, path);
  movedHere += 1;
}
