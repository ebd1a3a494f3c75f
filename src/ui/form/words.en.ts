// The same words in English; the official labels of a form stay Vietnamese, for that is what the law prints.
import type { Words } from '../words/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  requiredMark: 'required',
  requiredLegend: 'Fields marked (*) must be filled in.',
  optional: '(optional)',
  choose: 'Choose from the list',
  continue: 'Agree and continue',
  change: 'Change',
  removeRow: (title: string) => `Remove ${title}`,
  noRows: 'Nothing here yet.',
  address: {
    place: 'Commune or ward (new or old name)',
    placeHint: 'For example: Lương Phong, Bắc Giang',
    which: 'Which place do you mean?',
    detail: 'House number, street, hamlet',
    abroad: 'This place is abroad',
    country: 'Country',
    countryHint: 'Write the address abroad in the box “House number, street, hamlet”.',
  },
  idDoc: {
    kind: 'Kind of paper',
    kindName: 'Name of the paper',
    number: 'Number',
    issuedOn: 'Date of issue',
    issuedBy: 'Place of issue',
    validUntil: 'Valid until',
    dateHint: 'For example 27 3 2021',
  },
} satisfies Words<typeof vi>;
