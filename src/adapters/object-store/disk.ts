// Files in a folder: aa/bb/<sha-256>, filled from tmp/ by rename, every step flushed before the next one trusts it.
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Arrived, FileStore, GetEnd, ListEnd, PutEnd, VerifyEnd } from '../../modules/files/ports.ts';
import { CHECKED_FIRST, checked, judged, verified } from './checked.ts';
import { keyOf, nameAt } from './key.ts';
import { IN_MEMORY, putThrough, sweepScratch, Tray } from './tray.ts';
import { answered, isSystemError, onDisk } from './trouble.ts';

export interface DiskOptions {
  /** Made when it is not there; everything in it lies on one file system. */
  readonly folder: string;
  /** Whether there is room for uploads; always when absent. */
  readonly hasRoom?: () => Promise<boolean>;
}

const PAGE = 1000;

/** The file store in a folder of this machine. */
export function diskStore({ folder, hasRoom = async () => true }: DiskOptions): FileStore {
  const folders = new Folders(folder);
  const tmp = join(folder, 'tmp');
  const place = (sha256: string) => join(folder, keyOf(sha256));
  const ask = <T>(work: () => Promise<T>) => answered(() => onDisk(work));
  return {
    hasRoom,
    put(...order) {
      const tray = new Tray(tmp, () => {
        folders.forget();
        return folders.make(tmp);
      });
      return putThrough(tray, order, (arrived) => keep(folders, tray, place(arrived.sha256), arrived));
    },
    get: async (sha256) => ask(() => give(place(sha256), sha256)),
    head: async (sha256) =>
      ask(async () => {
        const size = await sizeOf(place(sha256));
        return size === null ? { kind: 'missing' } : { kind: 'found', size };
      }),
    delete: async (sha256) =>
      ask(async () => {
        await rm(place(sha256), { force: true });
        await syncFolder(dirname(place(sha256))).catch(unlessMissing);
        return { kind: 'gone' };
      }),
    verify: async (sha256) => ask(() => verify(place(sha256), sha256)),
    sweep: async (before) => ask(async () => ({ kind: 'swept', count: await sweepScratch(tmp, before) })),
    list: async (after) => ask(() => pageAfter(folder, after === null ? '' : keyOf(after))),
  };
}

/** Puts the tray's file in its place, safe against a crash from the moment this resolves. */
async function keep(folders: Folders, tray: Tray, place: string, { sha256, size }: Arrived): Promise<PutEnd> {
  const there = await onDisk(() => verify(place, sha256));
  if (there.kind !== 'whole') {
    const path = await tray.settle();
    await onDisk(async () => {
      await folders.make(dirname(place));
      await rename(path, place);
    }).catch((error: unknown) => {
      // Somebody took a folder away that we had made: the next one looks again.
      folders.forget();
      throw error;
    });
    tray.moved();
  }
  // Also when it lay there: whoever put it may not have come so far before a crash.
  await onDisk(() => syncFolder(dirname(place)));
  return { kind: 'kept', sha256, size };
}

async function give(place: string, sha256: string): Promise<GetEnd> {
  const handle = await opened(place);
  if (!handle) return { kind: 'missing' };
  let given = false;
  try {
    const { size } = await handle.stat();
    if (size <= IN_MEMORY) {
      const bytes = await handle.readFile();
      const found = judged(bytes, sha256);
      return found.kind === 'whole' ? { kind: 'found', size, stream: Readable.from([bytes]) } : found;
    }
    if (size <= CHECKED_FIRST) {
      const found = await verified(handle.createReadStream({ start: 0, autoClose: false }), sha256);
      if (found.kind !== 'whole') return found;
    }
    given = true;
    return { kind: 'found', size, stream: checked(handle.createReadStream({ start: 0 }), sha256) };
  } finally {
    if (!given) await handle.close();
  }
}

async function verify(place: string, sha256: string): Promise<VerifyEnd> {
  const handle = await opened(place);
  return handle ? verified(handle.createReadStream(), sha256) : { kind: 'missing' };
}

/** Names in the order of their keys; folders that come before `after` are not read. */
async function pageAfter(folder: string, after: string): Promise<ListEnd> {
  const names: string[] = [];
  for (const one of await entries(folder)) {
    if (!/^[0-9a-f]{2}$/u.test(one) || one < after.slice(0, 2)) continue;
    for (const two of await entries(join(folder, one))) {
      if (`${one}/${two}` < after.slice(0, 5)) continue;
      for (const last of await entries(join(folder, one, two))) {
        const key = `${one}/${two}/${last}`;
        const name = nameAt(key);
        if (!name || key <= after) continue;
        if (names.length === PAGE) return { kind: 'page', names, more: true };
        names.push(name);
      }
    }
  }
  return { kind: 'page', names, more: false };
}

async function entries(folder: string): Promise<string[]> {
  const found = await readdir(folder).catch(unlessMissing);
  return (found ?? []).sort();
}

async function sizeOf(place: string): Promise<number | null> {
  return (await stat(place).catch(unlessMissing))?.size ?? null;
}

async function opened(place: string): Promise<FileHandle | undefined> {
  return open(place, 'r').catch(unlessMissing);
}

function unlessMissing(error: unknown): undefined {
  if (!isSystemError(error, 'ENOENT')) throw error;
}

/** Folders made and flushed so far by this process, so that none is flushed twice. */
class Folders {
  readonly #root: string;
  readonly #made = new Map<string, Promise<void>>();

  constructor(root: string) {
    this.#root = root;
  }

  /** Makes a folder and the ones above it up to the root, each entry flushed. */
  make(folder: string): Promise<void> {
    const known = this.#made.get(folder);
    if (known) return known;
    const making = this.#make(folder);
    this.#made.set(folder, making);
    making.catch(() => this.#made.delete(folder));
    return making;
  }

  forget(): void {
    this.#made.clear();
  }

  async #make(folder: string): Promise<void> {
    await mkdir(folder, { recursive: true, mode: 0o750 });
    if (folder === this.#root) return;
    const above = dirname(folder);
    await Promise.all([this.make(above), syncFolder(above)]);
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
