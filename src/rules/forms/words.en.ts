// The same in English; things are called by their official label, which stays Vietnamese.
import type { SameSentences } from '../kernel/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  'not-entered': ({ label }) => `Enter “${label}”.`,
  'not-chosen': ({ label }) => `Choose “${label}”.`,
  'in-own-words': ({ text }) => `The form says: “${text.replaceAll('“', '‘').replaceAll('”', '’')}”`,
  'too-long': ({ label, longest }) => `“${label}” has more than ${longest} characters. Write it shorter.`,
  strange: ({ label, strange }) =>
    `“${label}” has characters that cannot be printed. Leave them out: ${strange.join(' ')}`,
  'rows-too-few': ({ name, least }) => `At least ${least} of “${name}” must be filled in.`,
  'rows-too-many': ({ name, most }) => `At most ${most} of “${name}” may be filled in.`,
} satisfies SameSentences<typeof vi>;
