// What signing in at the portal says, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  title: 'Sign in',
  kept: 'Your session has ended, but what you just entered is kept. Sign in again with your account to send it.',
  lead: 'Sign in to file dossiers and follow them. You need not sign in to read about procedures or to track a dossier by its number.',
  national: 'Sign in with the National Public Service Portal',
  noAccount: 'No account yet?',
  signUp: 'Create an account',
  again: 'Sign in again',
  home: 'Go to the home page',
  troubles: {
    unreachable: {
      title: 'The account service is down for now',
      message:
        'The account service cannot be reached. What you saved is still there; try to sign in again in a few minutes.',
    },
    refused: {
      title: 'You are not signed in',
      message: 'This sign-in has expired or was used already. Nothing has changed; sign in again.',
    },
    lost: {
      title: 'You are not signed in',
      message: 'This page belongs to no sign-in in your browser, or was open too long. Sign in again.',
    },
    'not-welcome': {
      title: 'This account cannot be used here',
      message: 'The public services portal is for citizens’ accounts. Sign in with your own citizen account.',
    },
  },
} satisfies Words<typeof vi>;
