import { store } from '../../modules/dossiers/store.ts'; export const x = store;
