// QR codes as vector squares (sharp on any printer), with words beside them for whoever cannot see or scan them.
import QRCode from 'qrcode';
import type { Sheet } from './sheet.ts';

export interface QrOptions {
  /** Left edge, top edge and side, points; a quiet zone of two modules is inside the side. */
  readonly x: number;
  readonly y: number;
  readonly side: number;
  /** What a screen reader says. */
  readonly alt: string;
}

const QUIET = 2;

/** Draws a QR code of a text at a place; the cursor does not move. */
export function qrCode(sheet: Sheet, text: string, options: QrOptions): void {
  const { modules } = QRCode.create(text, { errorCorrectionLevel: 'M' });
  const figure = sheet.element('Figure', { alt: options.alt });
  figure.add(() => {
    const { pdf } = sheet;
    const cell = options.side / (modules.size + QUIET * 2);
    pdf.save();
    for (let row = 0; row < modules.size; row += 1) {
      for (const [from, length] of darkRuns(modules, row)) {
        pdf.rect(
          options.x + (from + QUIET) * cell,
          options.y + (row + QUIET) * cell,
          length * cell,
          cell * 1.005,
        );
      }
    }
    pdf.fill('#000000');
    pdf.restore();
  });
  figure.end();
}

/** Neighbouring dark modules of a row as one rectangle: fewer operators, no hairlines between. */
function darkRuns(modules: QRCode.BitMatrix, row: number): [from: number, length: number][] {
  const runs: [number, number][] = [];
  for (let column = 0; column < modules.size; column += 1) {
    if (!modules.get(row, column)) continue;
    const last = runs.at(-1);
    if (last && last[0] + last[1] === column) last[1] += 1;
    else runs.push([column, 1]);
  }
  return runs;
}
