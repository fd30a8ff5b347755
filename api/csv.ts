/**
 * One line of RFC 4180 CSV. A cell that a spreadsheet would take for a formula gets an apostrophe before it, unless it is a
 * plain number.
 */
export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;

// Also behind what is not seen (blanks, marks of no width), and in the wide forms that East Asian keyboards type.
const formula = /^[\s\p{Cf}\p{Cc}]*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

function cell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
