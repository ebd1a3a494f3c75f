// What the sign-in pages say, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  choose: {
    title: 'Sign in',
    lead: 'Choose the account you sign in with:',
    national: 'Account of the National Public Service Portal',
  },
  citizen: {
    title: 'Sign in',
    heading: 'Identity number (CMT/CCCD)',
    username: { label: 'User name', placeholder: 'Your CMT/CCCD number' },
    password: { label: 'Password', placeholder: 'Your password' },
    submit: 'Sign in',
    noAccount: 'No account yet?',
    signUp: 'Create an account',
  },
  official: {
    title: 'Sign-in for officials',
    heading: 'One-stop desk',
    username: { label: 'User name', placeholder: 'For example: ten.donvi' },
    password: { label: 'Password', placeholder: 'Your password' },
    submit: 'Sign in',
  },
  afterwards: 'In the next step an OTP code is sent to the phone number of the account.',
  wayThrough: {
    title: 'You do not want to wait?',
    lead: 'Get an OTP code by SMS, enter it, and try the password at once on this device. The code goes to the phone of the account only.',
    submit: 'Get a code to try at once',
    done: 'The OTP code is right. You can enter your user name and password at once on this device.',
  },
  recovery: {
    title: 'Forgotten password',
    lead: 'Enter the CMT/CCCD number you sign in with. An OTP code is sent to the phone of the account; with the right code you choose a new password.',
    username: { label: 'User name (CMT/CCCD number)', placeholder: 'Your CMT/CCCD number' },
    confirmation: { title: 'Your confirmation code', label: 'Enter the confirmation code' },
    submit: 'Send the OTP code',
    noPhone:
      'You no longer use that phone number? Bring your identity card to a one-stop desk for help. You can also file there without an account.',
    password: {
      title: 'Choose a new password',
      lead: 'The OTP code is right. Choose a new password. Every device that is signed in to this account must then sign in again.',
      submit: 'Save the new password',
    },
    done: 'The new password is saved. Sign in with the new password.',
  },
  gone: {
    title: 'Please sign in again',
    message: 'This sign-in took too long, or was used already. Nothing has changed.',
    onward: 'Sign in again',
  },
  wrongKind: {
    title: 'This is another kind of account',
    official: 'Go to the one-stop desk',
    citizen: 'Go to the public services portal',
    again: 'Sign in with another account',
  },
  tooHigh: {
    title: 'A higher level of proof is needed',
    message:
      'The page you came from asks for more proof of who you are than a password and an OTP code. This system does not offer that level yet; ask at a one-stop desk for help.',
    onward: 'Back to the home page',
  },
} satisfies Words<typeof vi>;
