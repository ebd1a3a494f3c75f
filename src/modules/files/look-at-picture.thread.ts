// The program of the thread that opens the beginning of a picture: what only says that it is one has no row of dots.
import { parentPort } from 'node:worker_threads';
import sharp from 'sharp';
import type { LookOrder, PictureVerdict } from './look-at-picture.ts';
import { otherKindInPicture } from './two-kinds.ts';

async function look({ bytes, mostPixels }: LookOrder): Promise<PictureVerdict> {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const options = { limitInputPixels: mostPixels, sequentialRead: true, failOn: 'truncated' } as const;
    const { width } = await sharp(whole, options).metadata();
    // In order, and no further: the rest of a picture is not undone for it.
    await sharp(whole, options).extract({ left: 0, top: 0, width, height: 1 }).raw().toBuffer();
  } catch (error) {
    return { kind: 'unreadable', what: String(error) };
  }
  return otherKindInPicture(whole) === undefined ? { kind: 'fit' } : { kind: 'two' };
}

parentPort?.on('message', async (order: LookOrder) => parentPort?.postMessage(await look(order)));
