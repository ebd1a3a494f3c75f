// Papers are pressed in threads, so that no page waits while one is made. A thread keeps its parsed fonts and the words it has set.

import { type AsideEnd, aside, threadProgram } from '../aside.ts';
import { Lane } from '../aside-lane.ts';
import { onlyOutside } from '../outside.ts';
import { momentsKept } from './moments.ts';
import { MissingGlyph } from './typeface.ts';

/** Papers by name, each made from one thing of plain data and instants. A file that is loaded in the threads exports them as `PAPERS`. */
export type Papers = Readonly<Record<string, (data: never) => Promise<Buffer>>>;

export interface PressOrder {
  /** Address of the file that exports `PAPERS`. */
  readonly papers: string;
  readonly paper: string;
  /** JSON, with moments marked. */
  readonly data: string;
}

export type PressEnd =
  | { readonly kind: 'pressed'; readonly bytes: Uint8Array }
  | { readonly kind: 'missingGlyph'; readonly characters: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

const PROGRAM = threadProgram(import.meta.url, './press.thread.ts', 'platform/pdf/press.thread.js');
/** More papers than these wait only when something is wrong: a minute's work. */
const MOST_WAITING = 500;
const BOUNDS = {
  seconds: 30,
  megabytes: 256,
  stays: true,
  // Fonts are parsed again when a thread begins.
  idleSeconds: 900,
  lane: new Lane({ atOnce: 2, mostWaiting: MOST_WAITING }),
};

/**
 * The papers of a file, made in a thread.
 * @param papers of the file, see `threadProgram`
 * @returns makes one: rejects with MissingGlyph when a character cannot be printed, with Error when the paper cannot be made, the thread
 *   broke, or too many wait; throws inside a transaction
 */
export function pressed<P extends Papers>(papers: URL) {
  return async <K extends keyof P & string>(paper: K, data: Parameters<P[K]>[0]): Promise<Buffer> => {
    onlyOutside('a paper is made');
    const order: PressOrder = { papers: papers.href, paper, data: momentsKept.write(data) };
    const end: AsideEnd<PressEnd> = await aside(PROGRAM, order, BOUNDS);
    if (end.kind === 'gaveUp') throw new Error(`a paper was not made: ${end.reason}`);
    const made = end.value;
    if (made.kind === 'missingGlyph') throw new MissingGlyph(made.characters);
    if (made.kind === 'failed') throw new Error(`a paper was not made: ${made.reason}`);
    return Buffer.from(made.bytes.buffer, made.bytes.byteOffset, made.bytes.byteLength);
  };
}
