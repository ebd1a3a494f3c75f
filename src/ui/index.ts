// Everything a page needs to be seen: `import { Page, Input, renderPage } from '../../../ui/index.ts'`.
export * from './components/index.ts';
export * from './form/index.ts';
export * from './layout/index.ts';
export * from './pieces/index.ts';
export { renderFragment, renderPage } from './render.tsx';
export { furnish, type Surroundings, surroundings } from './surroundings.ts';
export * from './words/index.ts';
