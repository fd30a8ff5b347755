import { closeSync, writeFile } from 'node:fs';
import { promisify } from 'node:util';
import type { ByteSource } from './byte-source';
import { FileProblem } from './file-problem';
import { openNameless } from './nameless-file';

/** More than this is not unpacked to disk: a workbook that large holds more than a sheet can. */
const MOST_BYTES = 4_294_967_296;

/** Given a descriptor, it goes on where the last piece ended. */
const write = promisify(writeFile);

/** Unpacks a source into a file of its own, to be removed by the caller; a process that is killed leaves none. */
export async function spool(source: ByteSource): Promise<{ path: string; remove(): void }> {
  const file = openNameless();
  const remove = () => closeSync(file);
  try {
    let length = 0;
    for await (const piece of source.pieces()) {
      length += piece.length;
      if (length > MOST_BYTES) throw new FileProblem('unpacked_too_large', { file: source.name, bytes: MOST_BYTES });
      await write(file, piece);
    }
    return { path: `/dev/fd/${file}`, remove };
  } catch (cause) {
    remove();
    throw cause;
  }
}
