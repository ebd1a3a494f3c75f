// The names of what happens here, and the streams it is written on. No number and no name goes into a fact.

export const AccountFact = {
  SignUpStarted: 'sign-up.started',
  PhoneProved: 'sign-up.phone-proved',
  Created: 'account.created',
  CodeSent: 'account.code-sent',
  SignInFailed: 'account.sign-in-failed',
  SignedIn: 'account.signed-in',
  PasswordReset: 'account.password-reset',
  BrowserProved: 'account.browser-proved',
} as const;

export const accountStream = (id: string) => `account:${id}`;
export const signUpStream = (id: string) => `sign-up:${id}`;
