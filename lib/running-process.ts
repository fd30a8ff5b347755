import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const hasProc = existsSync('/proc/self/stat');

/**
 * When the process with this id was started, as an opaque text: the same id with another text is another process.
 * Null when no such process lives (a zombie does not count as living).
 */
export function startOfProcess(pid: number): string | null {
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

/** A process that can be recognised later, also by another process: its id may have been given to a stranger by then. */
export type ProcessMark = { pid: number; start: string };

/** The mark of a living process; null when it is gone already. */
export function markProcess(pid: number): ProcessMark | null {
  const start = startOfProcess(pid);
  return start === null ? null : { pid, start };
}

/** Whether exactly the marked process is still living. */
export function isLiving(mark: ProcessMark): boolean {
  return startOfProcess(mark.pid) === mark.start;
}
