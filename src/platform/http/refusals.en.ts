// What a site itself refuses, in English.
import type { SameSentences } from '../../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'form-expired':
    'This page was open too long, or was sent from somewhere else. Go back, reload the page and send it again; what you saved is still there.',
  'other-host': ({ origin }) => `This site does not answer to the address you used. Go to ${origin}.`,
  'too-large': 'What you sent is too large. Leave something out or choose a smaller file, then send again.',
  'head-too-large':
    'The address, or what your browser sends along with it, is too long. Start from the home page; if that does not help, delete this site’s cookies and try again.',
  'too-slow':
    'What you sent came too slowly, so it is no longer waited for. Check your connection and send it again; what you saved is still there.',
  unreadable: 'What you sent could not be read. Go back to the previous page and try again.',
  'address-unreadable':
    'This address is mistyped or a part of it is missing, so it cannot be opened. Check the address, or search from the home page.',
  'wrong-method':
    'This page does not take what was sent in that way. Go back to the previous page and try again, or start from the home page.',
  'not-a-form':
    'This page takes only what is filled into its own form. Open the page again, fill in the form and send it.',
} satisfies SameSentences<typeof vi>;
