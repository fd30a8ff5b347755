import type { DecimalSign } from './parse-decimal';

/** Which sign the cells' numbers have before their decimals, by what most cells show. */
export function detectDecimalSign(cells: readonly string[]): { decimal: DecimalSign | null; ambiguous: boolean } {
  const votes = { '.': 0, ',': 0 };
  let undecided = 0;
  for (const cell of cells) {
    const shown = shownBy(cell.normalize('NFKC'));
    if (shown === 'either') undecided++;
    else if (shown) votes[shown]++;
  }
  if (votes['.'] === 0 && votes[','] === 0) return { decimal: null, ambiguous: undecided > 0 };
  return { decimal: votes['.'] >= votes[','] ? '.' : ',', ambiguous: false };
}

function shownBy(cell: string): DecimalSign | 'either' | null {
  const number = /\d[\d.,]*/.exec(cell.replace(/[\s'’]/g, ''))?.[0].replace(/[.,]$/, '') ?? '';
  const signs = number.replace(/\d/g, '');
  if (signs === '') return null;
  const last = signs.at(-1) as DecimalSign;
  const other: DecimalSign = last === '.' ? ',' : '.';
  if (signs.includes(other)) return last;
  if (signs.length > 1) return other;
  const [whole, fraction] = number.split(last) as [string, string];
  // Three digits after one sign can be thousands, unless no thousands are written that way.
  return fraction.length === 3 && whole.length <= 3 && !whole.startsWith('0') ? 'either' : last;
}
