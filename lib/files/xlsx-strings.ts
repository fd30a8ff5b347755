import { closeSync, readSync, writeSync } from 'node:fs';
import type { ByteSource } from './byte-source';
import { openNameless } from './nameless-file';
import { LONGEST_CELL, readXml, Swollen, unescapeExcel } from './xlsx-xml';

/** A workbook's texts by number; the cells of its sheets refer to them. */
export type SharedStrings = { at(index: number): string; close(): void };

/** Up to so many characters the texts are kept in memory; a workbook with more has them put on disk. */
const MOST_IN_MEMORY = 16_777_216;
/** What a text takes besides its characters. */
const TEXT_OVERHEAD = 16;
/** More than a sheet of 17 full columns has. */
const MOST_TEXTS = 16_777_216;
const BLOCK_BYTES = 262_144;
const BLOCKS_KEPT = 64;

/** Reads the part with the shared texts; `source` is undefined for a workbook without. */
export async function readSharedStrings(
  source: ByteSource | undefined,
  mostInMemory = MOST_IN_MEMORY,
): Promise<SharedStrings> {
  let strings: string[] = [];
  let length = 0;
  let count = 0;
  let disk: DiskStrings | undefined;
  if (source) {
    let text = '';
    let inText = false;
    let skipped = 0;
    const handlers = {
      open(name: string) {
        if (name === 'si') text = '';
        // Pronunciation hints beside Chinese and Japanese text are no part of it.
        else if (name === 'rPh') skipped++;
        else if (name === 't') inText = skipped === 0;
      },
      text(piece: string) {
        if (inText && text.length < LONGEST_CELL) text += piece.slice(0, LONGEST_CELL);
      },
      close(name: string) {
        if (name === 't') inText = false;
        else if (name === 'rPh') skipped--;
        else if (name === 'si') {
          strings.push(unescapeExcel(text));
          length += text.length + TEXT_OVERHEAD;
          if (++count > MOST_TEXTS) throw new Swollen();
        }
      },
    };
    try {
      for await (const _ of readXml(source, handlers)) {
        if (length <= mostInMemory && !disk) continue;
        disk ??= new DiskStrings();
        disk.add(strings);
        strings = [];
      }
      disk?.add(strings);
    } catch (problem) {
      disk?.close();
      throw problem;
    }
  }
  if (disk) return disk;
  return { at: (index) => strings[index] ?? '', close: () => {} };
}

/** Texts one after the other in a file; read in blocks, since cells use them nearly in order. */
class DiskStrings implements SharedStrings {
  private readonly file = openNameless();
  private readonly blocks = new Map<number, Buffer>();
  private ends = new Float64Array(1_048_576);
  private count = 0;
  private size = 0;

  add(strings: string[]): void {
    const bytes: Buffer[] = [];
    for (const text of strings) {
      const piece = Buffer.from(text, 'utf8');
      bytes.push(piece);
      this.size += piece.length;
      if (this.count === this.ends.length) {
        const longer = new Float64Array(this.ends.length * 2);
        longer.set(this.ends);
        this.ends = longer;
      }
      this.ends[this.count++] = this.size;
    }
    writeSync(this.file, Buffer.concat(bytes));
  }

  at(index: number): string {
    if (!(index < this.count)) return '';
    const end = this.ends[index]!;
    let at = index === 0 ? 0 : this.ends[index - 1]!;
    const first = this.block(at);
    const offset = at % BLOCK_BYTES;
    if (offset + (end - at) <= first.length) return first.toString('utf8', offset, offset + (end - at));
    const pieces: Buffer[] = [];
    while (at < end) {
      const from = at % BLOCK_BYTES;
      const piece = this.block(at).subarray(from, from + (end - at));
      pieces.push(piece);
      at += piece.length;
    }
    return Buffer.concat(pieces).toString('utf8');
  }

  close(): void {
    closeSync(this.file);
  }

  private block(at: number): Buffer {
    const number = Math.floor(at / BLOCK_BYTES);
    let block = this.blocks.get(number);
    if (!block) {
      const bytes = Buffer.allocUnsafe(BLOCK_BYTES);
      block = bytes.subarray(0, readSync(this.file, bytes, 0, BLOCK_BYTES, number * BLOCK_BYTES));
      if (this.blocks.size >= BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value!);
      this.blocks.set(number, block);
    }
    return block;
  }
}
