export { readManifest, serveAssets } from './assets.ts';
export { healthDoor } from './health.ts';
export { localPath, preferenceDoors } from './preferences.ts';
export { cookieName, createSite, type ErrorPages, type Guard, type SiteOptions } from './site.ts';
