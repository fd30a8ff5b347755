import { execFileSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { dirname } from 'node:path';

export type ServerUser = { uid: number; gid: number };

/** PostgreSQL refuses to run as root: the user to run it as instead, or null when this user will do. */
export function serverUser(): ServerUser | null {
  if (process.getuid?.() !== 0) return null;
  const id = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }).trim());
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    throw new Error(
      'PostgreSQL does not run as root, and this machine has no user "nobody" to run it as: start as another user, or set DATABASE_URL.',
    );
  }
}

/** Whether the user may walk down to this folder: every folder above, and it itself, must let it pass. */
export function canReach(folder: string, user: ServerUser): boolean {
  const stat = statSync(folder);
  const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
  if ((stat.mode & bit) === 0) return false;
  const parent = dirname(folder);
  return parent === folder || canReach(parent, user);
}
