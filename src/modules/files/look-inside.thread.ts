// The program of the thread that looks inside what was handed in.
import { parentPort } from 'node:worker_threads';
import { inspectPdf } from './pdf/inspect.ts';
import { MOST_PIXELS } from './picture-size.ts';

parentPort?.on('message', async ({ bytes }: { bytes: Uint8Array }) => {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  parentPort?.postMessage(await inspectPdf(whole, { mostPixels: MOST_PIXELS }));
});
