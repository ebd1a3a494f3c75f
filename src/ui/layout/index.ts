// The door to the frame of a page.
export * from './error-pages.tsx';
export { KeptFormPage, type KeptFormPageProps } from './kept-form-page.tsx';
export { Page, type PageProps } from './page.tsx';
export type { NavItem, Shell } from './shell.ts';
