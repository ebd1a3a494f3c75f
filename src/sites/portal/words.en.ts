// What the portal's pages share in words, in English.
import type { Words } from '../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  nav: {
    procedures: 'File online',
    mine: 'My dossiers',
    track: 'Track a dossier',
  },
  nothingYet: 'There is no procedure on this portal yet.',
  nothingYetHint:
    'The data of this place are being prepared. Please come back later, or call the help line to be told how to file in person.',
  uploads: {
    choose: 'Choose files',
    another: 'Add another file for this paper',
    hint: (kinds, size) =>
      `Kinds of files: ${kinds}. No file may be larger than ${size}, but large pictures are made smaller for you; you can choose several at once. Pictures must be readable and show all four corners.`,
    upload: 'Upload',
    files: 'Uploaded files',
    remove: 'Remove the file',
    named: (names, sentence) => `${names.map((name) => `“${name}”`).join(', ')}: ${sentence}`,
  },
} satisfies Words<typeof vi>;
