// The program of the threads that press papers.
import { parentPort } from 'node:worker_threads';
import { afterPages } from '../after-pages.ts';
import { momentsKept } from './moments.ts';
import type { Papers, PressEnd, PressOrder } from './press.ts';
import { MissingGlyph } from './typeface.ts';

async function press({ papers, paper, data }: PressOrder): Promise<PressEnd> {
  try {
    const { PAPERS } = (await import(papers)) as { PAPERS: Papers };
    const make = PAPERS[paper];
    if (!make) throw new Error(`no paper ${paper}`);
    return { kind: 'pressed', bytes: await make(momentsKept.read(data) as never) };
  } catch (error) {
    if (error instanceof MissingGlyph) return { kind: 'missingGlyph', characters: error.characters };
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

afterPages();
parentPort?.on('message', async (order: PressOrder) => parentPort?.postMessage(await press(order)));
