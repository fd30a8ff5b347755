import { type DateReader, dateReader } from './date-format';
import { readKnownDate, wallClockOf } from './known-dates';

type Order = 'year' | 'day' | 'month';
type Candidate = { format: string; order: Order; read: DateReader };

/** Cells looked at. */
const SAMPLE = 300;

/**
 * The format in which most of the cells write their dates. Where day and month first both fit all of them alike, it is left open, the
 * likelier of the two first: a file is mostly of one season, and the wrong one scatters its days over the year.
 */
export function detectDateFormat(cells: readonly string[]): {
  dateFormat: string | null;
  ambiguous: [string, string] | null;
} {
  const sample = [...new Set(cells.map((cell) => cell.normalize('NFKC').trim()))]
    .filter((cell) => cell !== '')
    .slice(0, SAMPLE);
  const open = sample.filter((cell) => !readKnownDate(cell));
  // Cells that no format fits are no dates at all; what is understood anyway needs a format only for show.
  const needed = best(open, ['day', 'month', 'year']);
  if (!needed) return { dateFormat: best(sample, ['year', 'day', 'month'])?.format ?? null, ambiguous: null };
  const dayFirst = best(open, ['day']);
  const monthFirst = best(open, ['month']);
  if (dayFirst && monthFirst && dayFirst.fits === needed.fits && monthFirst.fits === needed.fits) {
    const likely = monthFirst.span < dayFirst.span ? monthFirst : dayFirst;
    const other = likely === dayFirst ? monthFirst : dayFirst;
    return { dateFormat: null, ambiguous: [likely.format, other.format] };
  }
  return { dateFormat: needed.format, ambiguous: null };
}

type Fit = { format: string; fits: number; span: number };

function best(cells: string[], orders: Order[]): Fit | null {
  candidates ??= allCandidates();
  let found: Fit | null = null;
  for (const { format, order, read } of candidates) {
    if (!orders.includes(order)) continue;
    const fit = fitOf(cells, format, read);
    if (fit.fits > (found?.fits ?? 0)) found = fit;
  }
  return found;
}

function fitOf(cells: string[], format: string, read: DateReader): Fit {
  let fits = 0;
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const cell of cells) {
    const written = read(cell);
    const date = written && wallClockOf(written);
    if (!date) continue;
    fits++;
    first = Math.min(first, date.wallClock);
    last = Math.max(last, date.wallClock);
  }
  return { format, fits, span: last - first };
}

let candidates: Candidate[] | undefined;

// The usual ones first: of formats that fit equally well, the first is taken.
function allCandidates(): Candidate[] {
  const dates: [Order, string][] = [];
  for (const [order, parts] of [
    ['year', 'yyyy MM dd'],
    ['day', 'dd MM yyyy'],
    ['month', 'MM dd yyyy'],
    ['day', 'dd MM yy'],
    ['month', 'MM dd yy'],
  ] as const) {
    for (const separator of ['-', '/', '.', ' ']) dates.push([order, parts.replaceAll(' ', separator)]);
  }
  dates.push(['year', 'yyyyMMdd'], ['year', 'yyyy年M月d日']);
  for (const name of ['d-MMM-yy', 'd-MMM-yyyy', 'd MMM yyyy', 'd. MMMM yyyy', 'd MMM yy', 'd/MMM/yyyy'])
    dates.push(['day', name]);
  for (const name of ['MMM d, yyyy', 'MMM d yyyy', 'MMM-dd-yyyy']) dates.push(['month', name]);
  const times = [
    '',
    ' HH:mm:ss',
    ' HH:mm',
    ' h:mm:ss a',
    ' h:mm a',
    "'T'HH:mm:ss",
    ' HH:mm:ss.SSS',
    ' HH:mm:ssXXX',
    "'T'HH:mm:ssXXX",
    "'T'HH:mm:ss.SSSXXX",
    ', HH:mm:ss',
    ', HH:mm',
    ', h:mm:ss a',
  ];
  return dates.flatMap(([order, date]) =>
    times.map((time) => ({ format: date + time, order, read: dateReader(date + time) })),
  );
}
