import { isAscii } from 'node:buffer';
import { StringDecoder } from 'node:string_decoder';
import { bomLengthOf, guessEncoding } from './text-encoding';

type Decode = (bytes: Buffer | null) => string;

/**
 * Turns the bytes of a file into text, piece by piece. While all is ASCII the encoding stays open, so a file whose first
 * accent comes after a gigabyte is still read right. Bytes that the encoding does not know become U+FFFD.
 */
export class TextReader {
  private decode: Decode | null = null;
  private started = false;
  encoding: string;

  /** `fixed`: the encoding is known, do not look. */
  constructor(private readonly fixed?: string) {
    this.encoding = fixed ?? 'utf-8';
  }

  /** The text of the next piece, which must not be empty. A character cut at its end comes with the piece after. */
  write(piece: Buffer): string {
    let bytes = piece;
    if (!this.started) {
      this.started = true;
      bytes = this.start(piece);
    }
    if (!this.decode) {
      if (isAscii(bytes)) return bytes.toString('latin1');
      if (!this.fixed) this.encoding = guessEncoding(bytes).encoding;
      this.decode = decoderFor(this.encoding);
    }
    return this.decode(bytes);
  }

  /** What is left of a character cut off by the end of the file. */
  end(): string {
    return this.decode?.(null) ?? '';
  }

  private start(piece: Buffer): Buffer {
    if (this.fixed) {
      this.decode = decoderFor(this.fixed);
      return piece.subarray(bomLengthOf(piece, this.fixed));
    }
    const guess = guessEncoding(piece);
    this.encoding = guess.encoding;
    if (guess.certain) this.decode = decoderFor(guess.encoding);
    return piece.subarray(guess.bomLength);
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
