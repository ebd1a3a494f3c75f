// The same words in English; the official labels of a form stay Vietnamese, for that is what the law prints.
import type { Words } from '../words/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  requiredMark: 'required',
  requiredLegend: 'Fields marked (*) must be filled in.',
  optional: '(optional)',
  blank: 'Leave blank',
  choose: 'Choose from the list',
  continue: 'Agree and continue',
  change: 'Change',
  removeRow: (title: string) => `Remove “${title}”`,
  noRows: 'Nothing here yet.',
  address: {
    place: 'Commune or ward (new or old name)',
    placeHint: 'For example: “Lương Phong, Bắc Giang”',
    placeWide: 'Commune or ward (or only district or province), new or old name',
    placeWideHint: 'For example: “Lương Phong, Bắc Giang” or “Hiệp Hòa, Bắc Giang”',
    which: 'Which place do you mean?',
    elsewhere: (typed) => `Another place, keep it as I wrote it: “${typed}”`,
    detail: 'House number, street, hamlet',
    abroad: 'This place is abroad',
    country: 'Country',
    countryHint: 'Write the address abroad in the box “House number, street, hamlet”.',
  },
} satisfies Words<typeof vi>;
