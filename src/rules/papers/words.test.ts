// Every sentence of a paper check can be said in both languages, of the same things.
import { expect, it } from 'vitest';
import { check, type PaperCheck } from './index.ts';
import { paperSentences } from './words.ts';

const say = (language: 'vi' | 'en', { code, params }: PaperCheck) => {
  const sentence: string | ((params: never) => string) = paperSentences[language][code];
  return typeof sentence === 'string' ? sentence : sentence(params as never);
};

it.each([
  [check('cccd', '02409'), 'The personal number (CCCD) has 12 digits; you entered 5.'],
  [
    check('cccd', '024190000002', { sex: 'nam', birthYear: 1991 }),
    'Please check: this number belongs to a woman, other than declared; this number belongs to someone born in 1990, other than declared.',
  ],
  [
    check('cccd', '999287001234', { today: '2026-11-23' }),
    'Please check: this number says the year of birth 2087, which has not come yet; the first three digits 999 are no province code (they may be the code of a country).',
  ],
  [check('partialDate', '31/02/2023'), 'Month 2 of 2023 has no day 31: check the day.'],
  [
    check('phone', '02043123456'),
    'This is a landline, which takes no one-time code: enter a mobile number if there is one.',
  ],
])('%o reads in English', (found, english) => {
  expect(say('en', found)).toBe(english);
  expect(say('vi', found)).toBe(found.why);
});
