// What flows refuse with, in English.
import type { SameSentences } from '../rules/kernel/index.ts';
import type { vi } from './refusals.vi.ts';

export const en = {
  'fee-not-asked': 'There is nothing to pay for this dossier.',
  'fee-later': 'The fee of this dossier is paid when there is a result. You need not pay now.',
  'fee-at-counter': 'The fee of this dossier is paid at the one-stop desk, not online.',
  'bill-no-account':
    'This agency has no account for online payment yet. Pay at the one-stop desk when you file or when you take the result.',
  'body-ended': ({ name }) =>
    `“${name}” is no more and its work was divided among several bodies, so no paper of it can be signed. Give the proposal back and ask whoever runs the system to move the dossier.`,
} satisfies SameSentences<typeof vi>;
