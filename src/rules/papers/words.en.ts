// The same in English; the compiler refuses a missing or extra sentence.
import type { SameSentences } from '../kernel/index.ts';
import type { vi } from './words.vi.ts';

const notDigits = (what: string) => `${what} has digits only: leave out letters and other signs.`;
const SEX = { nam: 'a man', nữ: 'a woman' } as const;

export const en = {
  'id-empty': 'Enter the identity number (CMT/CCCD).',
  'cccd-not-digits': notDigits('The personal number (CCCD)'),
  'cccd-old-number':
    'A number of 9 digits is that of an old identity card (CMND): enter the 12-digit personal number.',
  'cccd-length': ({ typed }) => `The personal number (CCCD) has 12 digits; you entered ${typed}.`,
  'cccd-disagrees': ({ sex, year, futureYear, place }) => {
    const found = [
      sex && `this number belongs to ${SEX[sex]}, other than declared`,
      year && `this number belongs to someone born in ${year}, other than declared`,
      futureYear && `this number says the year of birth ${futureYear}, which has not come yet`,
      place && `the first three digits ${place} are no province code (they may be the code of a country)`,
    ];
    return `Please check: ${found.filter(Boolean).join('; ')}.`;
  },
  'cccd-right': 'The personal number (CCCD) is well formed.',
  'cmnd-not-digits': notDigits('The old identity card number (CMND)'),
  'cmnd-new-number': 'A number of 12 digits is a personal number (CCCD): enter it in the box for that.',
  'cmnd-length': ({ typed }) => `The old identity card number (CMND) has 9 digits; you entered ${typed}.`,
  'cmnd-right': 'The old identity card number (CMND) is well formed.',
  'cmnd-out-of-use':
    'Old identity cards (CMND) are no longer valid since 01/01/2025: use the personal number (CCCD) if you have one.',
  'bhxh-empty': 'Enter the social insurance number.',
  'bhxh-not-digits': notDigits('The social insurance number'),
  'bhxh-length': ({ typed }) =>
    `The social insurance number has 10 digits (or the 12 of the personal number); you entered ${typed}.`,
  'bhxh-right': 'The social insurance number is well formed.',
  'tax-code-empty': 'Enter the tax code.',
  'tax-code-not-digits': notDigits('The tax code'),
  'tax-code-length': ({ typed }) => `A tax code has 10, 12 or 13 digits; you entered ${typed}.`,
  'tax-code-branch': 'The last three digits of a branch’s tax code run from 001 to 999.',
  'tax-code-check-digit': 'The tax code’s check digit is wrong: compare each digit with the tax paper.',
  'tax-code-no-check-digit': 'No check digit fits this tax code: compare it with the tax paper.',
  'tax-code-right': 'The tax code is well formed.',
  'phone-empty': 'Enter the telephone number.',
  'phone-right': 'The telephone number is well formed.',
  'phone-landline':
    'This is a landline, which takes no one-time code: enter a mobile number if there is one.',
  'phone-not-digits': notDigits('A telephone number'),
  'phone-old-eleven': 'Mobile numbers of 11 digits became 10 digits in 2018: enter the new number.',
  'phone-start': 'A telephone number begins with 0 or +84, for example 0912 345 678.',
  'phone-unknown': 'Enter a mobile number of 10 digits that is in use, for example 0912 345 678.',
  'name-empty': 'Enter the full name.',
  'name-digits': 'A name has no digits: leave them out.',
  'name-too-long': ({ longest }) => `A name has at most ${longest} characters: write it shorter.`,
  'name-signs': "A name has only letters, spaces, ' and -: leave out other signs.",
  'name-stop': 'The name has a full stop: check it against the paper.',
  'name-foreign': 'The name has letters that Vietnamese does not: check it against the paper.',
  'name-right': 'The name is well formed.',
  'email-empty': 'Enter the e-mail address.',
  'email-right': 'The e-mail address is well formed.',
  'email-form': 'An e-mail address looks like ten@vidu.vn: please check it.',
  'email-marks': 'An e-mail address has no marked letters and no unusual signs: please check it.',
  'email-too-long': ({ longest }) => `An e-mail address has at most ${longest} characters: please check it.`,
  'date-empty': 'Enter the date.',
  'date-form':
    'Write the date as dd/mm/yyyy, for example 05/09/1950; where the paper has only month and year, or the year alone, write 09/1950 or 1950.',
  'date-year': ({ year }) => `The year ${year} cannot be right: check the year.`,
  'date-month': ({ month }) => `There is no month ${month}: check the month.`,
  'date-month-missing': 'A date with a day needs its month.',
  'date-day': ({ day, month, year }) => `Month ${month} of ${year} has no day ${day}: check the day.`,
  'date-after-today': ({ date }) => `The date ${date} is after today: please check.`,
  'date-short-year': ({ year }) =>
    `A year in two digits is read as ${year}: write all four digits if it is another.`,
  'date-only-year': 'This date has the year alone.',
  'date-only-month': 'This date has month and year alone.',
  'date-whole': 'This date has day, month and year.',
  'agency-code-empty': 'Enter the agency code.',
  'agency-code-right': 'The agency code is well formed.',
  'agency-code-form': 'An agency code looks like H55.242 or 000.00.01.H22: please check.',
  'dossier-number-empty': 'Enter the dossier number.',
  'dossier-number-right': 'The dossier number is well formed.',
  'dossier-number-form': 'A dossier number looks like H02.45.23-230615-0007: enter it as on the slip.',
  'dossier-number-agency':
    'The agency code at the head of the dossier number is wrong: enter it as on the slip.',
  'dossier-number-date': 'The date within the dossier number is not a real one: enter it as on the slip.',
  'procedure-code-empty': 'Enter the procedure code.',
  'procedure-code-national': 'The national procedure code is well formed.',
  'procedure-code-local': 'The local procedure code is well formed.',
  'procedure-code-service':
    'This is the code of an online service: leave out the dot and the last two digits to get the procedure code.',
  'procedure-code-form': 'A procedure code looks like 1.001193 or 1.001193.H05: please check.',
} satisfies SameSentences<typeof vi>;
