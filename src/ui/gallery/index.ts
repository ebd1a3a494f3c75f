// The door to the gallery: pages nobody is served, made to be looked at and measured.
export { EXAMPLES, type Example } from './examples.tsx';
export { gallery } from './gallery.tsx';
export { SCENES } from './scenes.tsx';
