// A QR code as a picture is half a million dots, counted one by one: in a thread, for it would hold up everybody's pages.
import { type AsideEnd, aside, threadProgram } from '../../../platform/aside.ts';
import { Lane } from '../../../platform/aside-lane.ts';

const PROGRAM = threadProgram(
  import.meta.url,
  './qr-picture.thread.ts',
  'sites/portal/pay/qr-picture.thread.js',
);
const BOUNDS = { seconds: 15, megabytes: 128, stays: true, lane: new Lane({ atOnce: 1, mostWaiting: 500 }) };

/** A PNG of 720 dots a side, with its quiet zone. @throws Error when it cannot be drawn now */
export async function qrPicture(payload: string): Promise<Buffer> {
  const end: AsideEnd<Uint8Array> = await aside(PROGRAM, payload, BOUNDS);
  if (end.kind === 'gaveUp') throw new Error(`a QR code was not drawn: ${end.reason}`);
  return Buffer.from(end.value);
}
