import { SaxesParser } from 'saxes';
import type { ByteSource } from './byte-source';
import { TextReader } from './text-reader';

/** What is called while XML is read. Names come without prefix; the attributes as written. */
export type XmlHandlers = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** A part of a workbook is more than any workbook holds. */
export class Swollen extends Error {}

/** A cell's text is cut beyond this, which is twice what Excel can hold; a row with such a cell is refused anyway. */
export const LONGEST_CELL = 65_536;

/** Characters read in one go: a few bytes can be a row of thousands of cells, and what was gathered is handed on in between. */
const IN_ONE_GO = 16_384;
/** Tags in tags, and characters without a tag: no workbook has more, and the parser would hold them all. */
const DEEPEST = 100;
const LONGEST_TEXT = 4_194_304;
const MOST_CHARACTERS = 4_294_967_296;

/**
 * Reads XML bit by bit, yielding after each, so that what the handlers gather can be handed on.
 * @throws when it is not well-formed; Swollen
 */
export async function* readXml(source: ByteSource, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  const { open, text, close } = handlers;
  let depth = 0;
  let sinceTag = 0;
  let total = 0;
  parser.on('opentag', (tag) => {
    sinceTag = 0;
    if (++depth > DEEPEST) throw new Swollen();
    open?.(localName(tag.name), tag.attributes as Record<string, string>);
  });
  parser.on('closetag', (tag) => {
    sinceTag = 0;
    depth--;
    close?.(localName(tag.name));
  });
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  const reader = new TextReader();
  for await (const piece of source.pieces()) {
    const read = reader.write(piece);
    total += read.length;
    if (total > MOST_CHARACTERS) throw new Swollen();
    for (let at = 0; at < read.length; at += IN_ONE_GO) {
      sinceTag += IN_ONE_GO;
      if (sinceTag > LONGEST_TEXT) throw new Swollen();
      parser.write(read.slice(at, at + IN_ONE_GO));
      yield;
    }
  }
  parser.write(reader.end()).close();
  yield;
}

/** Reads a small part as a whole. */
export async function readWholeXml(source: ByteSource, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(source, handlers)) {
    // The handlers do everything.
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Excel writes characters that XML cannot have as `_x000D_`. */
export function unescapeExcel(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
