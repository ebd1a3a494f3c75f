// A refusal is said by its owner's table, in the language of whoever reads.
import { expect, it } from 'vitest';
import type { Refusal } from './result.ts';
import { type RefusalOf, refusalSayer, type SameSentences } from './sentences.ts';

const vi = {
  closed: 'Đã đóng.',
  'tries-left': ({ left }: { left: number }) => `Còn ${left} lần thử.`,
};
const en = {
  closed: 'Closed.',
  'tries-left': ({ left }: { left: number }) => `${left} tries left.`,
} satisfies SameSentences<typeof vi>;
const say = refusalSayer([{ vi, en }]);

it('says a refusal in either language, with what it carries', () => {
  const refusal: RefusalOf<typeof vi> = { code: 'tries-left', params: { left: 3 } };
  expect([say('vi', refusal), say('en', refusal)]).toEqual(['Còn 3 lần thử.', '3 tries left.']);
  expect(say('en', { code: 'closed' } satisfies RefusalOf<typeof vi>)).toBe('Closed.');
});

it('is held by the compiler to a sentence and to what the sentence needs', () => {
  // @ts-expect-error nobody has a sentence for it
  const unknown: RefusalOf<typeof vi> = { code: 'opened' };
  // @ts-expect-error the sentence needs the number
  const bare: RefusalOf<typeof vi> = { code: 'tries-left' };
  const all: Refusal[] = [unknown, bare];
  expect(() => say('vi', all[0]!)).toThrow('no sentence for the refusal opened');
});

it('lets no two owners use one code', () => {
  expect(() =>
    refusalSayer([
      { vi, en },
      { vi: { closed: 'Hết giờ.' }, en: { closed: 'Late.' } },
    ]),
  ).toThrow('two sentences for the refusal closed');
});
