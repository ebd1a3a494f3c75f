// The door to the frame of a page.
export * from './error-pages.tsx';
export { type NavItem, Page, type PageProps, type Shell } from './page.tsx';
