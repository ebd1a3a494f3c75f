// What the sign-up pages say, in English.
import type { Words } from '../../../ui/index.ts';
import type { vi } from './words.vi.ts';

export const en = {
  choose: {
    title: 'Create an account',
    legend: 'Who is the account for?',
    person: 'A person',
    personHint:
      'Somebody with a CMT/CCCD identity number. You need a phone number registered with the mobile operator in your own name.',
    company: 'A company',
    office: 'A state agency',
    missing: 'Choose one of the three.',
    continue: 'Continue',
    have: 'Already have an account?',
    signIn: 'Sign in',
  },
  person: {
    title: 'Create a personal account',
    lead: 'You sign up with a phone number that is registered with the mobile operator under your own CMT/CCCD number.',
    needs: 'You need:',
    need1: 'your CMT or CCCD number',
    need2: 'the phone in your hand, to receive an OTP code',
    time: 'It takes about 3 minutes.',
    start: 'Sign up with a mobile number',
  },
  elsewhere: {
    company: {
      title: 'Create a company account',
      lead: 'A company cannot sign up on this page yet.',
      how: 'The legal representative brings the business registration certificate and a CCCD to the nearest one-stop desk, where the account is made.',
    },
    office: {
      title: 'Create an account for a state agency',
      lead: 'A state agency cannot sign up on this page yet.',
      how: 'Accounts of agencies and officials are made by the province’s administrator. Send a written request to the Office of the Provincial People’s Committee.',
    },
    meanwhile:
      'Until then, whoever files for you can create an account of their own, or file in person at a one-stop desk.',
    person: 'Create a personal account',
  },
  form: {
    title: 'Sign up with a mobile number (citizens only)',
    idNumber: { label: 'User name (CMT/CCCD number)', placeholder: 'Your CMT/CCCD number' },
    fullName: { label: 'Full name', placeholder: 'Your full name' },
    birthDate: {
      label: 'Date of birth',
      placeholder: 'dd/mm/yyyy',
      hint: 'For example 05/09/1990. If your papers show the year only, enter the year.',
    },
    phone: {
      label: 'Phone number',
      placeholder: 'Your phone number',
      hint: 'The number registered with the mobile operator under the CMT/CCCD number above.',
    },
    email: { label: 'Email', placeholder: 'Your email address' },
    confirmation: { title: 'Your confirmation code', label: 'Enter the confirmation code' },
    submit: 'Sign up',
    noteTitle: 'Note:',
    note: 'Fields marked (*) are required.',
  },
  code: { correct: 'Wrong phone number? Correct what you entered' },
  password: {
    title: 'Choose a password',
    lead: 'Your phone number is confirmed. Now choose a password for the account.',
    submit: 'Create the account',
  },
  done: {
    title: 'Your account is ready',
    body: 'You can sign in now.',
    how: 'Your user name is your CMT/CCCD number. Each time you sign in, an OTP code is sent to the phone number you have just confirmed.',
    continue: 'Continue to sign in',
    signIn: 'Sign in',
  },
  gone: {
    title: 'Please start again',
    message: 'This sign-up took too long, or was started on another device or browser.',
    onward: 'Sign up again',
  },
  signIn: 'Sign in with the account you have',
} satisfies Words<typeof vi>;
