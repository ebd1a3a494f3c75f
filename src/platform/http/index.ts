export { readManifest, serveAssets } from './assets.ts';
export { cookieName } from './cookie-name.ts';
export type { Asker, ErrorPages } from './error-pages.ts';
export { addressOf, TOKEN_FIELD } from './form-tokens.ts';
export { type Health, healthDoors } from './health.ts';
export { KEPT_PATH, sweepKeptForms } from './kept-forms.ts';
export { watchLoop } from './loop-watch.ts';
export { gauge, type Metric } from './metrics.ts';
export {
  LANGUAGE_COOKIE,
  languageDoor,
  languageOf,
  localPath,
  preferenceDoors,
} from './preferences.ts';
export { siteSentences } from './refusals.ts';
export { type RelyingParty, relyingParty, SignInFailed } from './relying-party.ts';
export { LEAVE_PATH, type SignInTrouble, signInDoors, type Welcome } from './sign-in-doors.ts';
export { createSite, type Guard, RETRY_SECONDS, type SiteOptions } from './site.ts';
export { boxOf } from './typed.ts';
export { type WellKnown, wellKnownDoors } from './well-known.ts';
