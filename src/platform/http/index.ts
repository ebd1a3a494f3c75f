export { readManifest, serveAssets } from './assets.ts';
export type { Asker, ErrorPages } from './error-pages.ts';
export { healthDoor } from './health.ts';
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
export { cookieName, createSite, type Guard, type SiteOptions } from './site.ts';
export { boxOf } from './typed.ts';
