import { x } from '../src/ui/asks-a-module.ts'; export const y = x;
