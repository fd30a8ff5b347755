import { CsvTokenizer } from './csv-tokenizer';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 65_536;

/** A quote that never closes: the cell was cut in the middle of a quoted text, so this was hardly the separator. */
const isTorn = (cell: string): boolean => cell.split('"').length % 2 === 0;

/**
 * The separator by which the most lines have the same number of cells, quotes respected. Between equals the one with more
 * cells wins. One that tears quoted texts apart, or by which the first line is unlike the rest, counts for less. A text in
 * which none occurs has one column, and the comma is as good as any.
 */
export function guessSeparator(text: string, newline: '\n' | '\r'): string {
  const lines = firstLines(text, newline);
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    const rows = new CsvTokenizer(separator, newline).write(lines);
    let counted = 0;
    let torn = 0;
    let firstWidth = 0;
    for (const { cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      firstWidth ||= cells.length;
      if (cells.some(isTorn)) torn++;
      counted++;
    }
    for (const [width, times] of widths) {
      const share = times / counted;
      const whole = (1 - (0.8 * torn) / counted) * (width === firstWidth ? 1 : 0.7);
      const score = width > 1 ? share * share * whole * Math.log2(width) : 0;
      if (score > best.score) best = { separator, score };
    }
  }
  return best.separator;
}

/** The beginning of the text, from the first line with something in it, in whole lines. */
function firstLines(text: string, newline: '\n' | '\r'): string {
  const visible = Math.max(0, text.search(/[^\s,;|"\0]/));
  const start = text.lastIndexOf(newline, visible) + 1;
  if (text.length - start <= LOOKED_AT) return text.endsWith(newline) ? text.slice(start) : text.slice(start) + newline;
  const end = text.lastIndexOf(newline, start + LOOKED_AT);
  return text.slice(start, end > start ? end + 1 : undefined);
}

/** The separator that Excel's first line `sep=;` names, or null. */
export function namedSeparator(text: string): string | null {
  return /^"?sep=(.)"?\r?(\n|$|\r)/i.exec(text)?.[1] ?? null;
}
