// Chooses who keeps the files; nobody below knows which one it is, or where it lies.
import { join } from 'node:path';
import { diskStore } from '../adapters/object-store/disk.ts';
import type { FileStore } from '../modules/files/index.ts';
import { outside } from '../platform/outside.ts';
import type { Config } from './config.ts';

/** The store that the configuration names; never asked while a transaction holds its locks. */
export async function openFileStore({
  files,
  varFolder,
}: Pick<Config, 'files' | 'varFolder'>): Promise<FileStore> {
  return outside('files', await storeOf(files, varFolder));
}

async function storeOf(files: Config['files'], varFolder: string): Promise<FileStore> {
  if (files.store === 'disk') return diskStore({ folder: join(varFolder, 'files') });
  // Only who needs it pays for loading the client.
  const { s3Store } = await import('../adapters/object-store/s3.ts');
  return s3Store({ ...files, scratchFolder: join(varFolder, 'arriving') });
}
