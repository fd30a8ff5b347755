import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { env } from '@/lib/env';

/** The folders below the data folder that hold a firm's files, by name. */
export const tenantFolders = (tenantId: string): { name: string; path: string }[] =>
  ['uploads', 'exports'].map((name) => ({ name, path: join(env().FAIRWAY_DATA_DIR, name, tenantId) }));

export const exportsFolder = (tenantId: string): string => join(env().FAIRWAY_DATA_DIR, 'exports', tenantId);
export const uploadsFolder = (tenantId: string): string => join(env().FAIRWAY_DATA_DIR, 'uploads', tenantId);

/** The files right in a folder with their sizes in bytes, by name; none when it is not there. */
export async function filesIn(folder: string): Promise<{ name: string; path: string; size: number }[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const files = [];
  for (const name of names.sort()) {
    const path = join(folder, name);
    // One that is gone by now is not there.
    const found = await stat(path).catch(() => null);
    if (found?.isFile()) files.push({ name, path, size: found.size });
  }
  return files;
}
