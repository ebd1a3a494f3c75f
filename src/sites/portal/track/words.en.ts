// What the look-up without an account says, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Track a dossier',
  lead: 'Enter the dossier number and the look-up code printed on the receipt to see how far the dossier has come. Whoever filed it also finds the look-up code under “My dossiers”.',
  number: 'Dossier number or request code',
  numberHint: 'For example: H05.056-261123-00017 or YC-7K3MD-9QRTX',
  secret: 'Look-up code',
  secretHint: '6 letters and digits, printed on the receipt',
  look: 'Track',
  numberMissing: 'Enter the dossier number.',
  secretMissing: 'Enter the look-up code.',
  notFound: 'No dossier fits this number and this code. Look at the receipt again and retype them.',
  owner: 'If this dossier is yours, sign in to see all of it.',
  visit: (when) => `Come on: ${when}`,
  since: (at) => `At this step since ${at}`,
  another: 'Track another dossier',
  mine: 'My dossiers',
} satisfies Words<typeof vi>;
