// The only door to accounts, passwords and one-time codes.

export { nameFault } from './code-to-named.ts';
export { type CreatedAccount, createAccount, type NewAccount } from './create-account.ts';
export { finishSignIn } from './finish-sign-in.ts';
export { createIdentity, type Identity, type Moment } from './identity.ts';
export { rememberLanguage } from './language.ts';
export { LIMITS, type Limits } from './limits.ts';
export { endSignIns, type OidcPayloads, oidcPayloads, sweepOidcPayloads } from './oidc-store.ts';
export type { CodeFor } from './one-time-code.ts';
export { hashPassword } from './password-hash.ts';
export { type PasswordPoint, passwordPoints } from './password-rule.ts';
export { passwordWords } from './password-words.ts';
export { markBrowser } from './place.ts';
export type { ClaimedOwner, OwnerCheck, PhoneOwnerPort } from './ports.ts';
export { provePhone } from './prove-phone.ts';
export {
  type AccountView,
  type CodeView,
  claimsOf,
  findAccount,
  findAccountByUsername,
  findCode,
  findSignUp,
  type SignUpView,
} from './reads.ts';
export {
  proveRecovery,
  type RecoveryStep,
  recoveryStep,
  resendRecovery,
  setNewPassword,
  startRecovery,
} from './recovery.ts';
export { type IdentityRefusal, identitySentences } from './refusals.ts';
export { resendSignInCode, resendSignUpCode } from './resend-code.ts';
export { setFirstPassword } from './set-first-password.ts';
export { checkSignUpFields, type SignUpFields } from './sign-up-fields.ts';
export { startSignIn } from './start-sign-in.ts';
export { startSignUp } from './start-sign-up.ts';
export { sweep as sweepIdentity } from './store.ts';
export { finishWayThrough, resendWayThrough, startWayThrough } from './way-through.ts';
