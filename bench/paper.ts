// Scanned papers as people send them, each unlike any other: stored once by content, so the same one twice would cost nothing.
import { randomBytes } from 'node:crypto';

/** 200 KB, as a telephone's picture of one page after its first shrinking. */
export const PAPER_BYTES = 200 * 1024;

const HEAD = '%PDF-1.4\n% ';
const STAMP = 24;
const TAIL =
  '\nendstream endobj\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[<</Type/Page/MediaBox[0 0 595 842]>>]/Count 1>> endobj\n' +
  'xref\n0 1\n0000000000 65535 f \ntrailer <</Size 4/Root 1 0 R>>\nstartxref\n';

function blank(): Buffer {
  const front = `${HEAD}${'0'.repeat(STAMP)}\n3 0 obj <</Length 0>> stream\n`;
  const noise = randomBytes(PAPER_BYTES - front.length - TAIL.length - 14);
  const xref = front.length + noise.length + TAIL.indexOf('xref');
  const end = `${xref}\n%%EOF\n`.padStart(14, ' ');
  return Buffer.concat([Buffer.from(front), noise, Buffer.from(TAIL), Buffer.from(end)]);
}

const model = blank();

/** A PDF of 200 KB that nobody has sent before. */
export function newPaper(): Buffer {
  const paper = Buffer.from(model);
  paper.write(randomBytes(STAMP / 2).toString('hex'), HEAD.length, 'latin1');
  return paper;
}
