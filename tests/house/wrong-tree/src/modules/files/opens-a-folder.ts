import { readFile } from 'node:fs/promises'; export const x = readFile;
