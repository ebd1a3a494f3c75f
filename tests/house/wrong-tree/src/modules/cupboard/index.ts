import { ok } from '../../rules/kernel/result.ts'; export const x = ok;
