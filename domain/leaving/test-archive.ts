import { createHash } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { openPromise } from 'yauzl';

export interface Manifest {
  tenant: string;
  made_at: string;
  files: { file: string; rows: number | null; bytes: number; sha256: string }[];
}

/** The files of a zip by name. */
export async function unzip(path: string): Promise<Map<string, string>> {
  const zip = await openPromise(path, { lazyEntries: true });
  const files = new Map<string, string>();
  for await (const entry of zip.eachEntry())
    files.set(entry.fileName, await text(await zip.openReadStreamPromise(entry)));
  return files;
}

export const manifestOf = (files: Map<string, string>): Manifest => JSON.parse(files.get('manifest.json')!);

export const sha256 = (content: string | Buffer): string => createHash('sha256').update(content).digest('hex');
