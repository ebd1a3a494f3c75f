import { store } from '../people/store.ts'; export const x = store;
