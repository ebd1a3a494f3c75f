// One start a state folder: `running.pid` names the process that has it, and since when that process lives, for a number is used
// again after it. Plain JavaScript, of any Node from 18: the place is taken before anything is installed.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} varFolder */
const markOf = (varFolder) => join(varFolder, 'running.pid');

/** @param {number} pid @returns {string} clock ticks between the machine's start and the process's; '' where that cannot be known */
function since(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** @param {number} pid */
function lives(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * @param {string} varFolder
 * @returns {number | null} the process that has the folder now
 */
export function whoRuns(varFolder) {
  if (!existsSync(markOf(varFolder))) return null;
  const [pid, then = ''] = readFileSync(markOf(varFolder), 'utf8').trim().split(' ');
  const named = Number(pid);
  if (!lives(named)) return null;
  return existsSync('/proc/self') && since(named) !== then ? null : named;
}

/**
 * Takes the folder for this process, also from the process that started it.
 * @param {string} varFolder
 * @returns {number | null} the process that has it; null when it is now ours
 */
export function takePlace(varFolder) {
  const other = whoRuns(varFolder);
  if (other !== null && other !== process.pid && other !== process.ppid) return other;
  mkdirSync(varFolder, { recursive: true });
  writeFileSync(markOf(varFolder), `${process.pid} ${since(process.pid)}\n`);
  return null;
}

/** Gives the folder free, if it is ours. @param {string} varFolder */
export function leavePlace(varFolder) {
  if (whoRuns(varFolder) === process.pid) rmSync(markOf(varFolder), { force: true });
}
