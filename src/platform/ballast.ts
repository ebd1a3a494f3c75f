// Room kept for the database: a file of nothing beside it, given up when the disk is nearly full, so that what has begun can be written down.
import { randomFillSync } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { diskRoom, type FreeBytes } from './disk-room.ts';

/** Also what a disk that fills at its fastest is given before it is seen. */
const LOOK_MS = 500;
const PIECE = 1_048_576;

export interface BallastOptions {
  /** The file; its folder is there. */
  readonly file: string;
  /** How large it is, bytes; 0: none is kept, and one from before is taken away. */
  readonly bytes: number;
  /** It is given up when less than this is free. */
  readonly giveUpBelow: number;
  /** It is made only where as much stays free besides. */
  readonly leaveFree: number;
  readonly say: (line: string) => void;
  /** In place of the system's answer, for tests. */
  readonly ask?: FreeBytes;
  /** Between two looks, ms; 500 when absent. */
  readonly lookMs?: number;
}

export interface Ballast {
  /** Looks once; the timer does so too. */
  look(): Promise<void>;
  stop(): void;
}

/** Keeps the ballast from now on. What goes wrong with it is said and stops nothing. */
export function keepBallast(options: BallastOptions): Ballast {
  const { file, bytes, giveUpBelow, leaveFree, say, lookMs = LOOK_MS } = options;
  const room = diskRoom(file, options.ask, lookMs / 2);
  const mb = Math.round(bytes / PIECE);
  let busy = false;
  let failed = false;

  async function look(): Promise<void> {
    const free = await room.free();
    if (free === null || busy) return;
    if (!isWhole()) {
      if (bytes > 0 && free >= bytes + leaveFree) await make();
      return;
    }
    if (free >= giveUpBelow) return;
    rmSync(file, { force: true });
    say(
      `đĩa gần đầy: ${mb} MB để dành đã nhường cho cơ sở dữ liệu. Hãy dọn chỗ trống; khi đủ chỗ, phần để dành tự được lập lại`,
    );
  }

  const isWhole = () => bytes > 0 && existsSync(file) && statSync(file).size === bytes;

  async function make(): Promise<void> {
    busy = true;
    try {
      rmSync(file, { force: true });
      // Written in full: a file with holes keeps no room. Chance, so that no file system presses it.
      const piece = randomFillSync(Buffer.alloc(Math.min(PIECE, bytes)));
      const handle = await open(file, 'wx', 0o600);
      try {
        for (let left = bytes; left > 0; left -= piece.length)
          await handle.write(piece, 0, Math.min(left, piece.length));
        await handle.sync();
        failed = false;
      } finally {
        await handle.close();
      }
    } catch (error) {
      rmSync(file, { force: true });
      const why = (error as NodeJS.ErrnoException).code ?? error;
      if (!failed) say(`chưa để dành được ${mb} MB đĩa cho cơ sở dữ liệu: ${why}`);
      failed = true;
    } finally {
      busy = false;
    }
  }

  const guarded = () => look().catch((error: unknown) => say(String(error)));
  // Of a run with other settings, or half made.
  if (!isWhole()) rmSync(file, { force: true });
  const timer = setInterval(guarded, lookMs);
  timer.unref();
  guarded();
  return { look: guarded, stop: () => clearInterval(timer) };
}
