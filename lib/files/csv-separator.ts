import { CsvTokenizer } from './csv-tokenizer';

const SEPARATORS = [',', ';', '\t', '|'] as const;
const LOOKED_AT = 65_536;

/**
 * The separator by which the most lines have the same number of cells, quotes respected. Between equals the one with more
 * cells wins. A text in which none occurs has one column, and the comma is as good as any.
 */
export function guessSeparator(text: string, newline: '\n' | '\r'): string {
  const lines = firstLines(text, newline);
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    const rows = new CsvTokenizer(separator, newline).write(lines);
    let counted = 0;
    for (const { cells } of rows) {
      if (cells.every((cell) => cell.trim() === '')) continue;
      widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
      counted++;
    }
    for (const [width, times] of widths) {
      const share = times / counted;
      const score = width > 1 ? share * share * Math.log2(width) : 0;
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
