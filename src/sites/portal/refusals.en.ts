// What the portal's pages refuse by themselves, in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'files-unreadable': 'The server did not receive the files whole. Choose them again and upload once more.',
  'no-procedure':
    'This procedure was not found. Another one may have taken its place; look for it under “File online”.',
  'no-such-page': 'This draft has no such page.',
  'not-online':
    'This procedure cannot be filed online yet. Its page says how to file in person at the agency.',
  'rest-not-read':
    'So the upload stopped there. If you chose other files after that one, they have not been received; upload them separately.',
  'too-many-at-once': ({ most }) =>
    `You can upload at most ${most} files at a time. The files after that were not taken; upload them in another go.`,
} satisfies SameSentences<typeof vi>;
