import { createReadStream } from 'node:fs';
import { crc32, createInflateRaw } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import type { ByteSource } from './byte-source';
import { PIECE_BYTES, through } from './byte-source';
import { FileProblem } from './file-problem';
import { guessEncoding } from './text-encoding';

/** The files in a zip by name, folders and what systems leave behind not among them. */
export type ZipArchive = { members: Map<string, ByteSource> };

/** Years of daily files, with room to spare. */
const MOST_MEMBERS = 5_000;

const STORED = 0;
const DEFLATED = 8;

/** @throws FileProblem when it is no zip, is damaged or asks for a password */
export async function openZip(path: string, file: string): Promise<ZipArchive> {
  let zip: ZipFile | undefined;
  try {
    zip = await openPromise(path, { autoClose: false, lazyEntries: true, decodeStrings: false });
    const members = new Map<string, ByteSource>();
    for await (const entry of zip.eachEntry()) {
      const name = entryName(entry);
      if (name.endsWith('/') || /(^|\/)(__MACOSX\/|\.|Thumbs\.db$)/.test(name)) continue;
      if (members.size >= MOST_MEMBERS) throw new FileProblem('too_many_files', { file, most: MOST_MEMBERS });
      if (entry.isEncrypted()) throw new FileProblem('encrypted_zip', { file, member: name });
      // The content is read from the file itself: the library's own stream fails when reading stops early.
      const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
      members.set(name, memberSource(path, fileDataStart, entry, name, file));
    }
    return { members };
  } catch (cause) {
    throw cause instanceof FileProblem ? cause : new FileProblem('broken_zip', { file }, cause);
  } finally {
    zip?.close();
  }
}

// Names are UTF-8 where marked so; else they are in the packer's own encoding, in practice UTF-8, GBK or a western one.
function entryName(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  const marked = (entry.generalPurposeBitFlag & 0x800) !== 0;
  return new TextDecoder(marked ? 'utf-8' : guessEncoding(bytes, true).encoding).decode(bytes).replaceAll('\\', '/');
}

function memberSource(path: string, start: number, entry: Entry, name: string, file: string): ByteSource {
  let read = 0;
  async function* stored(): AsyncGenerator<Buffer> {
    read = 0;
    if (entry.compressedSize === 0) return;
    const end = start + entry.compressedSize - 1;
    for await (const piece of createReadStream(path, { start, end, highWaterMark: PIECE_BYTES })) {
      read += (piece as Buffer).length;
      yield piece as Buffer;
    }
  }
  async function* pieces(): AsyncGenerator<Buffer> {
    let checksum = 0;
    try {
      if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
        throw new Error(`compression method ${entry.compressionMethod}`);
      }
      const content =
        entry.compressionMethod === STORED ? stored() : through(stored(), createInflateRaw({ chunkSize: PIECE_BYTES }));
      for await (const piece of content) {
        checksum = crc32(piece, checksum);
        yield piece;
      }
      if (checksum !== entry.crc32) throw new Error('the checksum does not match');
    } catch (cause) {
      throw cause instanceof FileProblem ? cause : new FileProblem('broken_zip', { file, member: name }, cause);
    }
  }
  return { name, size: entry.compressedSize, read: () => read, pieces };
}
