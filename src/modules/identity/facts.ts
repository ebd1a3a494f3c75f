// The names of what happens here, and the streams it is written on. No number and no name goes into a fact.

export const FACTS = {
  signUpStarted: 'sign-up.started',
  phoneProved: 'sign-up.phone-proved',
  created: 'account.created',
  codeSent: 'account.code-sent',
  signInFailed: 'account.sign-in-failed',
  signedIn: 'account.signed-in',
} as const;

export const accountStream = (id: string) => `account:${id}`;
export const signUpStream = (id: string) => `sign-up:${id}`;
