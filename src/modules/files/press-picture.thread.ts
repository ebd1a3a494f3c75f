// The program of the thread that presses photos: HEIC, which few machines of an office open, and large ones become plain JPEG.
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import sharp, { type Sharp, type SharpInput } from 'sharp';
import type { PressOrder } from './press-picture.ts';

/** What of the decoder is used; it ships no types for this door. */
interface HeifImage {
  get_width(): number;
  get_height(): number;
  is_primary(): boolean;
  display(target: Pixels, done: (filled: Pixels | null) => void): void;
}
interface Pixels {
  data: Uint8ClampedArray;
  width: number;
  height: number;
}
interface Heif {
  HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] };
}

async function opened({ bytes, kind, mostPixels }: PressOrder): Promise<Sharp> {
  const options = { limitInputPixels: mostPixels, sequentialRead: true };
  const whole: SharpInput = bytes;
  if (kind !== 'heic') return sharp(whole, options).autoOrient();
  const { data, width, height } = await heicPixels(bytes, mostPixels);
  // The decoder has turned it upright.
  return sharp(data, { ...options, raw: { width, height, channels: 4 } });
}

async function heicPixels(bytes: Uint8Array, mostPixels: number): Promise<Pixels> {
  const { HeifDecoder } = createRequire(import.meta.url)('libheif-js/wasm-bundle') as Heif;
  const images = new HeifDecoder().decode(bytes);
  const image = images.find((one) => one.is_primary()) ?? images[0];
  if (!image) throw new Error('no picture inside');
  const [width, height] = [image.get_width(), image.get_height()];
  if (width * height > mostPixels) throw new Error(`${width * height} pixels`);
  const target = { data: new Uint8ClampedArray(width * height * 4), width, height };
  return new Promise((resolve, reject) => {
    image.display(target, (filled) => (filled ? resolve(filled) : reject(new Error('not decoded'))));
  });
}

parentPort?.on('message', async (order: PressOrder) => {
  const { longest, quality } = order;
  const picture = await opened(order);
  const { data } = await picture
    .resize({ width: longest, height: longest, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality })
    .toBuffer({ resolveWithObject: true });
  parentPort?.postMessage(data);
});
