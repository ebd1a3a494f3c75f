import { d } from '../modules/dossiers/index.ts'; export const x = d;
