import { wire } from '../../main/wire.ts'; export const x = wire;
