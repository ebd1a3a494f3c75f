// The country's clock as everybody in sandbox mode reads it: var/clock.json holds how far it is from the real one.
// The file is the only truth; web, worker and sandbox look there.
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { civil, instantOf } from '../src/rules/kernel/index.ts';

export interface VirtualClock {
  now(): Temporal.Instant;
  offsetMs(): number;
  /** Turns the clock to an instant; it runs on from there. */
  turnTo(instant: Temporal.Instant): void;
  /** Back to the real time. */
  turnBack(): void;
}

/** @param realNow milliseconds since 1970 */
export function openClock(varDir: string, realNow: () => number): VirtualClock {
  const file = join(varDir, 'clock.json');
  const offsetMs = () => readOffset(file);
  const write = (offset: number) => {
    mkdirSync(varDir, { recursive: true });
    writeWhole(file, `${JSON.stringify({ offsetMs: offset })}\n`);
  };
  return {
    offsetMs,
    now: () => Temporal.Instant.fromEpochMilliseconds(realNow() + offsetMs()),
    turnTo: (instant) => write(instant.epochMilliseconds - realNow()),
    turnBack: () => write(0),
  };
}

function readOffset(file: string): number {
  try {
    const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
    const offset =
      typeof parsed === 'object' && parsed !== null && 'offsetMs' in parsed ? parsed.offsetMs : 0;
    return typeof offset === 'number' && Number.isSafeInteger(offset) ? offset : 0;
  } catch {
    return 0;
  }
}

/** Readers see the old file or the new one, never half of one. */
function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  const fd = openSync(draft, 'w');
  try {
    writeSync(fd, text);
    fsyncSync(fd);
  } finally {
    closeSync(fd);
  }
  renameSync(draft, file);
}

/** The years in which a legal scenario can be played. */
const FIRST = Temporal.Instant.from('2000-01-01T00:00:00Z');
const LAST = Temporal.Instant.from('2100-01-01T00:00:00Z');

/** Reads "2026-11-23T09:00" or "23/11/2026 09:00" as Vietnamese civil time, or ISO with Z or an offset. @returns undefined when it is neither */
export function parseWhen(text: string): Temporal.Instant | undefined {
  const instant = attempt(() => Temporal.Instant.from(text)) ?? attempt(() => fromCivil(text));
  if (instant === undefined) return undefined;
  const inRange =
    Temporal.Instant.compare(instant, FIRST) >= 0 && Temporal.Instant.compare(instant, LAST) < 0;
  return inRange ? instant : undefined;
}

function fromCivil(text: string): Temporal.Instant {
  const asPeopleWrite = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[ T](\d{1,2}:\d{2})$/u.exec(text.trim());
  if (asPeopleWrite === null) return instantOf(Temporal.PlainDateTime.from(text.trim()));
  const [, day = '', month = '', year = '', time = ''] = asPeopleWrite;
  return fromCivil(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time.padStart(5, '0')}`);
}

function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** Vietnamese civil time to the minute, `2026-11-23T09:00`. */
export function localMinute(instant: Temporal.Instant): string {
  return civil(instant).toString({ smallestUnit: 'minute' });
}
