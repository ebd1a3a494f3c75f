// The door to the frame of a page.
export * from './error-pages.tsx';
export { KeptFormPage, type KeptFormPageProps } from './kept-form-page.tsx';
export { MANIFEST_PATH, MARK_PATH, MARK_SVG } from './mark.ts';
export { Page, type PageProps } from './page.tsx';
export type { NavItem, Shell } from './shell.ts';
