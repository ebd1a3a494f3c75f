import type { D } from '../dossiers/index.ts'; export type X = D;
