import type { ByteSource } from './byte-source';
import { firstBytes } from './byte-source';
import { FileProblem } from './file-problem';
import { guessEncoding } from './text-encoding';
import { encodingName, TextReader } from './text-reader';

export type TextSample = {
  text: string;
  /** The sample is all there is. */
  complete: boolean;
  /** undefined while only ASCII was seen. */
  fixedEncoding: string | undefined;
};

const SAMPLE_BYTES = 262_144;
/** As many characters have to follow after blank rows at the beginning. */
const VISIBLE_TEXT = 32_768;
/** A file that begins with blank rows is read this far to find something else. */
const MOST_BYTES = 16_777_216;

/**
 * The beginning of a text, far enough to have a few rows that are not blank.
 * @throws FileProblem when there is nothing, the encoding asked for does not exist, or it is no text
 */
export async function readTextSample(source: ByteSource, encodingLabel: string | undefined): Promise<TextSample> {
  const asked = encodingLabel === undefined ? undefined : encodingName(encodingLabel);
  if (asked === null) throw new FileProblem('unknown_encoding', { file: source.name, encoding: encodingLabel! });
  for (let size = SAMPLE_BYTES; ; size *= 8) {
    const { bytes, complete } = await firstBytes(source, size);
    if (bytes.length === 0) throw new FileProblem('empty_file', { file: source.name });
    const guess = guessEncoding(bytes, complete);
    const fixedEncoding = asked ?? (guess.certain ? guess.encoding : undefined);
    const reader = new TextReader(fixedEncoding);
    const text = reader.write(bytes) + (complete ? reader.end() : '');
    const visible = text.search(/[^\s,;|\0"]/);
    const enough = visible >= 0 && text.length - visible >= VISIBLE_TEXT;
    if (!complete && !enough && size < MOST_BYTES) continue;
    refuseOtherThanText(text, source.name);
    return { text, complete, fixedEncoding };
  }
}

function refuseOtherThanText(text: string, file: string): void {
  const start = text.slice(0, 2_000).trimStart().toLowerCase();
  if (/^(<!doctype html|<html|<table|<head|<meta|<style)/.test(start))
    throw new FileProblem('not_a_table', { file, kind: 'html' });
  if (/^<(\?xml|[a-z]+[\s>])/.test(start)) throw new FileProblem('not_a_table', { file, kind: 'xml' });
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells other content from text.
  const foreign = text.slice(0, 100_000).match(/[\x01-\x08\x0b\x0e-\x1f\ufffd]/g)?.length ?? 0;
  if (foreign > Math.min(text.length, 100_000) / 20) throw new FileProblem('not_a_table', { file, kind: 'binary' });
  if (/^\0*$/.test(text)) throw new FileProblem('empty_file', { file });
}
