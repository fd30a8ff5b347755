/** Rows as aligned lines under their headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [headings, ...rows];
  const widths = headings.map((_, n) => Math.max(...all.map((row) => widthOf(row[n] ?? ''))));
  return all.map((row) =>
    row
      .map((cell, n) => cell + ' '.repeat(widths[n]! - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  );
}

/** Columns that a text takes in a terminal: Chinese characters take two. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, c) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(c) ? 2 : 1),
    0,
  );
