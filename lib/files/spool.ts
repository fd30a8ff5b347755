import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ByteSource } from './byte-source';
import { FileProblem } from './file-problem';

/** More than this is not unpacked to disk: a workbook that large holds more than a sheet can. */
const MOST_BYTES = 4_294_967_296;

/** Unpacks a source into a file of its own, to be removed by the caller. */
export async function spool(source: ByteSource): Promise<{ path: string; remove(): Promise<void> }> {
  const path = join(tmpdir(), `table-${randomUUID()}`);
  const remove = () => rm(path, { force: true });
  async function* limited() {
    let length = 0;
    for await (const piece of source.pieces()) {
      length += piece.length;
      if (length > MOST_BYTES) throw new FileProblem('unpacked_too_large', { file: source.name, bytes: MOST_BYTES });
      yield piece;
    }
  }
  try {
    await pipeline(Readable.from(limited(), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
    return { path, remove };
  } catch (cause) {
    await remove();
    throw cause;
  }
}
