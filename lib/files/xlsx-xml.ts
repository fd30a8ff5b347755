import { SaxesParser } from 'saxes';
import type { ByteSource } from './byte-source';
import { TextReader } from './text-reader';

/** What is called while XML is read. Names come without prefix; the attributes as written. */
export type XmlHandlers = {
  open?(name: string, attributes: Record<string, string>): void;
  text?(text: string): void;
  close?(name: string): void;
};

/** Reads XML piece by piece, yielding after each, so that what the handlers gather can be handed on. @throws when it is not well-formed */
export async function* readXml(source: ByteSource, handlers: XmlHandlers): AsyncGenerator<void> {
  const parser = new SaxesParser({ position: false });
  const { open, text, close } = handlers;
  if (open) parser.on('opentag', (tag) => open(localName(tag.name), tag.attributes as Record<string, string>));
  if (text) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close) parser.on('closetag', (tag) => close(localName(tag.name)));
  const reader = new TextReader();
  for await (const piece of source.pieces()) {
    parser.write(reader.write(piece));
    yield;
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
