// The same in English.
import type { Words } from '../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  home: {
    title: 'Public services account',
    lead: 'One account to file and follow your dossiers on the public services portals.',
    signIn: 'Sign in',
    signUp: 'Create an account',
  },
  required: 'required',
  code: {
    title: 'Enter your OTP code',
    sentTo: (phone) => `A one-time code (OTP) was sent to the phone ${phone}`,
    sentIfAny: 'If the user name is right, a one-time code (OTP) was sent to the phone of the account.',
    sent: 'The code is valid for 3 minutes. When a new one is sent, the one before it no longer works.',
    label: 'OTP code',
    confirm: 'Confirm',
    notReceived: 'No code yet?',
    resend: 'Send a new OTP',
    wait: (seconds) => `You can ask for a new one in ${seconds} ${seconds === 1 ? 'second' : 'seconds'}.`,
    ready: 'You can ask for a new one now.',
  },
  newPassword: {
    password: 'Password',
    confirmation: 'Repeat the password',
    points: 'The password needs',
    met: 'done',
    unmet: 'still missing',
  },
  failed: {
    title: 'You are not signed in',
    reasons: {
      invalid_client: 'The page that sent you here is not registered with the account service.',
      invalid_redirect_uri: 'The address to go back to is not the one that was registered.',
      session_not_found: 'This sign-in took too long, or was used already.',
      other: 'The request to sign in is incomplete or has expired.',
    },
    again: 'Nothing has changed. Go back to the page you were using and sign in again from there.',
    signIn: 'Sign in again',
    code: (code) => `Code: ${code}`,
  },
  signOutFailed: {
    title: 'You are not signed out yet',
    lead: 'You may still be signed in on this machine. Choose “Sign out” at the top of the page you were using once more; on a shared machine, close the browser altogether.',
    again: 'To the public services',
  },
  signOut: {
    title: 'Do you want to sign out?',
    lead: 'After signing out, you will need your password and an OTP code the next time.',
    yes: 'Sign out',
    no: 'Stay signed in',
  },
  signedOut: {
    title: 'You have signed out',
    lead: 'If others use this device too, close the browser.',
  },
} satisfies Words<typeof vi>;
