// How far a check of the journal has come, in a file of the state folder: one that was killed goes on there.
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const finding = z.object({ stream: z.string(), seq: z.number(), reason: z.string() });
const progress = z.object({
  /** The moments as of which the streams up to `after` were checked; one for each run. */
  asOf: z.array(z.string()),
  after: z.string(),
  streams: z.number(),
  facts: z.number(),
  dossiers: z.number(),
  results: z.number(),
  findings: z.array(finding),
});
export type Progress = z.output<typeof progress>;

const WRITE_MS = 1_000;

export interface ProgressFile {
  /** What an earlier run came to; null when there is none that can be read. */
  read(): Progress | null;
  /** Writes it, at most once a second. */
  note(place: () => Progress): void;
  /** The check came to its end. */
  clear(): void;
}

/** The file in a state folder. Not signed: whoever may write there decides what a run that goes on passes over. */
export function progressIn(folder: string): ProgressFile {
  const path = join(folder, 'journal-verify.json');
  let written = performance.now();
  return {
    read() {
      try {
        return progress.parse(JSON.parse(readFileSync(path, 'utf8')));
      } catch {
        return null;
      }
    },
    note(place) {
      if (performance.now() - written < WRITE_MS || !existsSync(folder)) return;
      written = performance.now();
      writeFileSync(`${path}.new`, JSON.stringify(place()), { mode: 0o600 });
      renameSync(`${path}.new`, path);
    },
    clear() {
      rmSync(path, { force: true });
    },
  };
}
