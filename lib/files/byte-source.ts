import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { FileProblem } from './file-problem';

/** Bytes that can be read from the start as often as wanted. */
export type ByteSource = {
  /** For messages and for the kind of content: a file's name. */
  name: string;
  /** Stored size in bytes, so compressed where there is compression. */
  size: number;
  /** How many of the stored bytes the latest `pieces()` has read. */
  read(): number;
  /** The (unpacked) content, piece by piece; none is empty. Ending the loop early releases everything. */
  pieces(): AsyncGenerator<Buffer>;
};

/** Large enough for speed, small enough that what cells hold on to is little. */
export const PIECE_BYTES = 262_144;

export function fileSource(path: string, name: string, size: number): ByteSource {
  let read = 0;
  async function* pieces() {
    read = 0;
    for await (const piece of createReadStream(path, { highWaterMark: PIECE_BYTES })) {
      read += (piece as Buffer).length;
      yield piece as Buffer;
    }
  }
  return { name, size, read: () => read, pieces };
}

/** The content of a gzip file; several of them one after the other in one file are read as one. */
export function gunzipped(packed: ByteSource): ByteSource {
  const name = packed.name.replace(/\.gz(ip)?$/i, '');
  async function* pieces() {
    try {
      yield* through(packed.pieces(), createGunzip({ chunkSize: PIECE_BYTES }));
    } catch (cause) {
      throw cause instanceof FileProblem ? cause : new FileProblem('broken_gzip', { file: packed.name }, cause);
    }
  }
  return { name, size: packed.size, read: packed.read, pieces };
}

/** What comes out of `transform` when `pieces` go in; faults on either side are thrown here. */
export async function* through(
  pieces: AsyncIterable<Buffer>,
  transform: NodeJS.ReadWriteStream & Readable,
): AsyncGenerator<Buffer> {
  // The callback only keeps the fault from being reported a second time: the loop below throws it.
  pipeline(Readable.from(pieces, { objectMode: false, highWaterMark: PIECE_BYTES }), transform, () => {});
  for await (const piece of transform) if ((piece as Buffer).length > 0) yield piece as Buffer;
}

/** The first bytes of the content: at least `atLeast` of them, or all there are. */
export async function firstBytes(source: ByteSource, atLeast: number): Promise<{ bytes: Buffer; complete: boolean }> {
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of source.pieces()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= atLeast) return { bytes: Buffer.concat(pieces), complete: false };
  }
  return { bytes: Buffer.concat(pieces), complete: true };
}
