// Looks into a file store as the program is handed it, wherever the bytes lie.
import { openFileStore } from '../../src/main/file-store.ts';
import type { FileStore } from '../../src/modules/files/index.ts';

/** The store of a program that has this state folder and no settings about files. */
export function filesUnder(varFolder: string): Promise<FileStore> {
  return openFileStore({ varFolder, files: { store: 'disk', reserveBytes: 0 } });
}

/** All bytes of a kept file. @throws Error when the store does not give it whole */
export async function bytesIn(files: FileStore, sha256: string): Promise<Buffer> {
  const got = await files.get(sha256);
  if (got.kind !== 'found') throw new Error(`${sha256} is ${got.kind}`);
  return Buffer.concat(await Array.fromAsync(got.stream as AsyncIterable<Buffer>));
}

/** Names of everything that is kept, in order. */
export async function namesIn(files: FileStore): Promise<string[]> {
  const names: string[] = [];
  for (let more = true; more; ) {
    const page = await files.list(names.at(-1) ?? null);
    if (page.kind !== 'page') throw new Error(page.reason);
    names.push(...page.names);
    ({ more } = page);
  }
  return names;
}
