// What a site itself refuses, in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'form-expired':
    'This page was open too long, or was sent from somewhere else. Go back, reload the page and send it again; what you saved is still there.',
  'too-large': 'What you sent is too large. Leave something out or choose a smaller file, then send again.',
  unreadable: 'The server could not read what you sent. Go back to the previous page and try again.',
} satisfies SameSentences<typeof vi>;
