import { disk } from '../adapters/object-store/disk.ts'; export const x = disk;
