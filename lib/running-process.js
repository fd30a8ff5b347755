// Plain JavaScript: the launcher needs this before anything is installed that could read TypeScript.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/**
 * A process that can be recognised later, also by another process: its id may have been given to a stranger by then.
 * @typedef {{ pid: number, start: string }} ProcessMark
 */

/**
 * When the process with this id was started, as an opaque text: the same id with another text is another process.
 * Null when no such process lives (a zombie does not count as living).
 * @param {number} pid
 * @returns {string | null}
 */
export function startOfProcess(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return null;
  try {
    if (!hasProc) {
      return (
        execFileSync('ps', ['-p', String(pid), '-o', 'lstart='], { encoding: 'utf8', stdio: 'pipe' }).trim() || null
      );
    }
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The command name in parentheses may itself hold blanks and parentheses: count from the last one.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

/**
 * The mark of a living process; null when it is gone already.
 * @param {number} pid
 * @returns {ProcessMark | null}
 */
export function markProcess(pid) {
  const start = startOfProcess(pid);
  return start === null ? null : { pid, start };
}

/**
 * Whether exactly the marked process is still living.
 * @param {ProcessMark} mark
 */
export function isLiving(mark) {
  return startOfProcess(mark.pid) === mark.start;
}
