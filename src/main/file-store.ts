// Chooses who keeps the files; nobody below knows which one it is, or where it lies.
import { join } from 'node:path';
import { diskStore } from '../adapters/object-store/disk.ts';
import type { FileStore } from '../modules/files/index.ts';
import { outside } from '../platform/outside.ts';
import type { Config } from './config.ts';

/** The store that the configuration names. */
export async function openFileStore(config: Pick<Config, 'varFolder'>): Promise<FileStore> {
  return outside('files', diskStore({ folder: join(config.varFolder, 'files') }));
}
