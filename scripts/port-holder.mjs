// Who listens on a port of this machine: what /proc knows of it. Plain JavaScript, of any Node from 18.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** @template T @param {() => T} read @param {T} otherwise what stands where a process has gone or is not ours to look at */
function orElse(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}

/** @param {number} pid @param {string} name */
const processFile = (pid, name) => orElse(() => readFileSync(`/proc/${pid}/${name}`, 'utf8'), '');

/**
 * @param {number} pid
 * @returns {{ command: string, folder: string }} its command line and working folder, '' where unknown
 */
export function processNamed(pid) {
  const command = processFile(pid, 'cmdline').split('\0').join(' ').trim() || processFile(pid, 'comm').trim();
  return { command, folder: orElse(() => readlinkSync(`/proc/${pid}/cwd`), '') };
}

const LISTENING = '0A';

/** @param {number} port @returns {{ inode: string, uid: number }[]} the sockets that listen there */
function listening(port) {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  return ['tcp', 'tcp6'].flatMap((table) =>
    orElse(() => readFileSync(`/proc/net/${table}`, 'utf8'), '')
      .split('\n')
      .slice(1)
      .map((line) => line.trim().split(/\s+/u))
      .filter(([, local = '', , state]) => state === LISTENING && local.endsWith(`:${hex}`))
      .map((row) => ({ inode: row[9] ?? '', uid: Number(row[7]) })),
  );
}

/**
 * @param {number} port
 * @returns {{ pid: number | null, uid: number } | null} who listens there: the process, or only its user when it is not ours to
 * look at; null when nobody does or this is no Linux
 */
export function holderOf(port) {
  const sockets = listening(port);
  if (sockets.length === 0) return null;
  const links = new Set(sockets.map(({ inode }) => `socket:[${inode}]`));
  for (const name of orElse(() => readdirSync('/proc'), [])) {
    const pid = Number(name);
    if (!Number.isInteger(pid)) continue;
    const open = orElse(() => readdirSync(`/proc/${pid}/fd`), []);
    if (open.some((fd) => links.has(orElse(() => readlinkSync(`/proc/${pid}/fd/${fd}`), ''))))
      return { pid, uid: sockets[0]?.uid ?? 0 };
  }
  return { pid: null, uid: sockets[0]?.uid ?? 0 };
}
