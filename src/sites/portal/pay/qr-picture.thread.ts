// The program of the thread that draws a QR code as a picture.
import { parentPort } from 'node:worker_threads';
import QRCode from 'qrcode';

parentPort?.on('message', async (payload: string) =>
  parentPort?.postMessage(
    await QRCode.toBuffer(payload, { errorCorrectionLevel: 'M', margin: 4, width: 720 }),
  ),
);
