// The same in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'confirmation-empty': 'Enter the confirmation code.',
  'confirmation-old': 'The confirmation code is too old. Enter the new one.',
  'confirmation-used': 'This confirmation code was used already. Enter the new one.',
  'confirmation-wrong': 'The confirmation code is wrong. Enter the new one.',
} satisfies SameSentences<typeof vi>;
