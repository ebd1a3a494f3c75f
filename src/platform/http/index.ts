export { readManifest, serveAssets } from './assets.ts';
export { healthDoor } from './health.ts';
export { cookieName, createSite, type ErrorPages, type Guard, type SiteOptions } from './site.ts';
