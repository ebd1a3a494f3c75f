// What the check of a result says, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Check a result',
  lead: 'Enter the dossier number and the check code printed beside the QR code of the document. This page tells whether the agency really issued the document and whether it still stands.',
  number: 'Dossier number',
  code: 'Check code',
  check: 'Check',
  missing: 'Enter both the dossier number and the check code.',
  notFound:
    'No document fits these two codes. Look at each character again; if they still do not fit, the document may not come from this system.',
  found: 'This document was issued by the agency',
  replaced: 'This document has been replaced by another one.',
  compare:
    'Compare each line below with the paper in your hand. If one of them differs, that paper has been altered. What is not listed here has to be compared with the original. Names and dates of birth are shown in part only, to keep them private.',
  noSignature:
    'The document carries no PKI signature yet. This page compares it with the copy this system keeps; it does not take the place of checking a digital signature.',
  howTo: 'Check that your PDF file is whole',
  howToBody:
    'Compute the SHA-256 hash of your file and compare it with the line below; if a single character differs, the file was changed. On Windows: certutil -hashfile ten-tep.pdf SHA256. On Linux: sha256sum ten-tep.pdf.',
  panel: (title, number) => `“${title}”, number ${number}`,
  rows: {
    title: 'Document',
    number: 'Number',
    dossier: 'Dossier number',
    agency: 'Issued by',
    signer: 'Signed by',
    signedAt: 'Signed at',
    hash: 'SHA-256 of the file',
  },
} satisfies Words<typeof vi>;
