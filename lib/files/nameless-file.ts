import { randomUUID } from 'node:crypto';
import { openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Opens a new temporary file for writing and reading, and takes its name away: it goes with this process, however that ends.
 * @returns its descriptor, to be closed by the caller; others open it as /dev/fd/<descriptor> meanwhile
 */
export function openNameless(): number {
  const path = join(tmpdir(), `fairway-${randomUUID()}`);
  const file = openSync(path, 'wx+', 0o600);
  rmSync(path);
  return file;
}
