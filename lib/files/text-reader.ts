import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { bomLengthOf, encodingByMark, guessEncoding, LONGEST_CHARACTER } from './text-encoding';

type Decode = (bytes: Buffer | null) => string;

/**
 * Turns the bytes of a file into text, piece by piece. While all is ASCII the encoding stays open, so a file whose first
 * accent comes after a gigabyte is still read right. Bytes that the encoding does not know become U+FFFD.
 */
export class TextReader {
  private decode: Decode | null = null;
  private started = false;
  /** Bytes that say nothing before those after them are known. */
  private held: Buffer = Buffer.alloc(0);

  /** `fixed`: the encoding is known, do not look. */
  constructor(private readonly fixed?: string) {}

  /** The text of the next piece. A character cut at its end comes with the piece after. */
  write(piece: Buffer): string {
    return this.read(piece, false);
  }

  /** What is left, such as of a character cut off by the end of the file. */
  end(): string {
    return this.read(Buffer.alloc(0), true) + (this.decode?.(null) ?? '');
  }

  private read(piece: Buffer, last: boolean): string {
    let bytes = this.held.length > 0 ? Buffer.concat([this.held, piece]) : piece;
    this.held = Buffer.alloc(0);
    if (!this.started) {
      if (bytes.length < LONGEST_CHARACTER && !last) return this.hold(bytes, 0);
      bytes = this.begin(bytes);
    }
    if (!this.decode) {
      if (isAscii(bytes)) return bytes.toString('latin1');
      const guess = guessEncoding(bytes, last);
      if (!guess.certain) return this.hold(bytes, bytes.length - LONGEST_CHARACTER + 1);
      this.decode = decoderFor(guess.encoding);
    }
    return this.decode(bytes);
  }

  private hold(bytes: Buffer, from: number): string {
    this.held = Buffer.from(bytes.subarray(from));
    return bytes.toString('latin1', 0, from);
  }

  private begin(bytes: Buffer): Buffer {
    this.started = true;
    const encoding = this.fixed ?? encodingByMark(bytes);
    if (!encoding) return bytes;
    this.decode = decoderFor(encoding);
    return bytes.subarray(bomLengthOf(bytes, encoding));
  }
}

/** The WHATWG name for a label such as `GBK` or `latin1`, or null when it is none. */
export function encodingName(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decoderFor(encoding: string): Decode {
  if (encoding === 'utf-8') return utf8Decoder();
  if (encoding === 'utf-16le') return fromStringDecoder(new StringDecoder('utf16le'));
  const decoder = new TextDecoder(encoding);
  return (bytes) => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode());
}

function fromStringDecoder(decoder: StringDecoder): Decode {
  return (bytes) => (bytes ? decoder.write(bytes) : decoder.end());
}

// Pieces without any accent are the rule, and several times as quick to take over as they are.
function utf8Decoder(): Decode {
  const decode = fromStringDecoder(new StringDecoder('utf8'));
  let cut = false;
  return (bytes) => {
    if (!bytes) return decode(null);
    if (!cut && isAscii(bytes)) return bytes.toString('latin1');
    cut = bytes[bytes.length - 1]! >= 0x80;
    return decode(bytes);
  };
}
