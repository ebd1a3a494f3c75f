// The password rule in English.
import type { PointCode } from './password-words.vi.ts';

export const passwordWords = {
  rule: 'Use 8 characters or more, with small letters, capital letters, digits and special characters.',
  points: {
    length: '8 characters or more',
    lower: 'a small letter',
    upper: 'a capital letter',
    digit: 'a digit',
    special: 'a special character, for example @ # !',
  } satisfies Record<PointCode, string>,
};
