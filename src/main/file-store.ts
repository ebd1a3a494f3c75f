// Chooses who keeps the files; nobody below knows which one it is, or where it lies.
import { join } from 'node:path';
import { diskStore } from '../adapters/object-store/disk.ts';
import type { FileStore } from '../modules/files/index.ts';
import { diskRoom, type FreeBytes } from '../platform/disk-room.ts';
import { outside } from '../platform/outside.ts';
import type { Config } from './config.ts';

/**
 * The store that the configuration names; never asked while a transaction holds its locks.
 * @param ask tells the free bytes of a disk in place of the system, for tests
 */
export async function openFileStore(
  { files, varFolder }: Pick<Config, 'files' | 'varFolder'>,
  ask?: FreeBytes,
): Promise<FileStore> {
  return outside('files', await storeOf(files, varFolder, ask));
}

async function storeOf(files: Config['files'], varFolder: string, ask?: FreeBytes): Promise<FileStore> {
  const folder = join(varFolder, files.store === 'disk' ? 'files' : 'arriving');
  const room = diskRoom(folder, ask);
  const hasRoom = async () => {
    const free = await room.free();
    return free === null || free >= files.reserveBytes;
  };
  if (files.store === 'disk') return diskStore({ folder, hasRoom });
  // Only who needs it pays for loading the client.
  const { s3Store } = await import('../adapters/object-store/s3.ts');
  return s3Store({ ...files, scratchFolder: folder, hasRoom });
}
