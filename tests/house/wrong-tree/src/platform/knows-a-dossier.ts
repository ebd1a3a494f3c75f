import type { D } from '../modules/dossiers/index.ts'; export type X = D;
