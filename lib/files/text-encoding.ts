import { isAscii, isUtf8 } from 'node:buffer';

/** In bytes, in any of the encodings. */
export const LONGEST_CHARACTER = 4;

/** `certain` is false while nothing but ASCII has been seen: then any of the encodings may still come. */
export type EncodingGuess = { encoding: string; bomLength: number; certain: boolean };

/**
 * Finds a text's encoding from its first bytes: byte order mark, UTF-16 by its zero bytes, UTF-8 by validity, GB18030 by
 * its characters being those that Chinese text is made of, windows-1252 (which covers Latin-1) for the rest. `complete`: the
 * sample is all there is; else its last character may be cut off and says nothing.
 */
export function guessEncoding(sample: Buffer, complete: boolean): EncodingGuess {
  const marked = byMark(sample);
  if (marked) return marked;
  const wide = byZeroBytes(sample);
  if (wide) return { encoding: wide, bomLength: 0, certain: true };
  const whole = complete ? sample : sample.subarray(0, Math.max(0, sample.length - LONGEST_CHARACTER + 1));
  if (isAscii(whole)) return { encoding: 'utf-8', bomLength: 0, certain: false };
  const encoding = looksLikeUtf8(sample, complete) ? 'utf-8' : looksLikeChinese(sample) ? 'gb18030' : 'windows-1252';
  return { encoding, bomLength: 0, certain: true };
}

/** The encoding that a byte order mark names; null when there is none. */
export const encodingByMark = (sample: Buffer): string | null => byMark(sample)?.encoding ?? null;

/** Length of the byte order mark that `encoding` would have at the start of `sample`; 0 if there is none. */
export function bomLengthOf(sample: Buffer, encoding: string): number {
  const marked = byMark(sample);
  return marked?.encoding === encoding ? marked.bomLength : 0;
}

function byMark(sample: Buffer): EncodingGuess | null {
  const starts = (...bytes: number[]) => bytes.every((byte, i) => sample[i] === byte);
  if (starts(0xef, 0xbb, 0xbf)) return { encoding: 'utf-8', bomLength: 3, certain: true };
  if (starts(0xff, 0xfe)) return { encoding: 'utf-16le', bomLength: 2, certain: true };
  if (starts(0xfe, 0xff)) return { encoding: 'utf-16be', bomLength: 2, certain: true };
  if (starts(0x84, 0x31, 0x95, 0x33)) return { encoding: 'gb18030', bomLength: 4, certain: true };
  return null;
}

// Separators, digits and line ends are ASCII in every table, so in UTF-16 a good part of every other byte is zero.
function byZeroBytes(sample: Buffer): string | null {
  const length = Math.min(sample.length, 65_536);
  if (length < 4) return null;
  const zeros = [0, 0];
  for (let i = 0; i < length; i++) if (sample[i] === 0) zeros[i & 1]!++;
  const few = length / 200;
  const many = length / 20;
  if (zeros[1]! > many && zeros[0]! <= few) return 'utf-16le';
  if (zeros[0]! > many && zeros[1]! <= few) return 'utf-16be';
  return null;
}

function looksLikeUtf8(sample: Buffer, complete: boolean): boolean {
  for (let cut = 0; cut < (complete ? 1 : LONGEST_CHARACTER) && cut < sample.length; cut++) {
    if (isUtf8(sample.subarray(0, sample.length - cut))) return true;
  }
  // One damaged cell does not make a UTF-8 file something else.
  let good = 0;
  let bad = 0;
  for (const char of sample.toString('utf8')) {
    if (char === '\ufffd') bad++;
    else if (char > '\x7f') good++;
  }
  return good > bad * 20;
}

// Western text has its high bytes alone among ASCII; Chinese text has them in pairs, nearly all from the GB2312 square.
function looksLikeChinese(sample: Buffer): boolean {
  let common = 0;
  let pairs = 0;
  for (let i = 0; i < sample.length; i++) {
    const lead = sample[i]!;
    if (lead < 0x80) continue;
    if (i + 1 >= sample.length) break;
    const trail = sample[i + 1]!;
    const fourBytes = trail >= 0x30 && trail <= 0x39;
    if (lead === 0x80 || lead === 0xff || (!fourBytes && (trail < 0x40 || trail === 0x7f || trail === 0xff)))
      return false;
    pairs++;
    if (lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1) common++;
    i += fourBytes ? 3 : 1;
  }
  return pairs > 0 && common / pairs >= 0.7;
}
