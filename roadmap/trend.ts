import { type Day, daysBetween } from '@/lib/day';

export interface Point {
  day: Day;
  value: number | null;
}

/** A line through the recent points. Slopes are in units of the KPI per day; `low` ≤ `slope` ≤ `high`. */
export interface Trend {
  slope: number;
  low: number;
  high: number;
  points: number;
}

/** The trend looks this far back. */
const trendDays = 90;
/** Points are taken this far apart: daily values of a trailing window share most of their rows. */
const stepDays = 7;
/** Fewer points, or points over a shorter time, make no trend. */
const leastPoints = 5;
const leastSpanDays = 28;
/** Two-sided normal quantile of the interval: 80 %, a range to plan with. */
const z = 1.2816;

const known = (points: readonly Point[], from: number, today: Day): { x: number; y: number }[] =>
  points
    .filter((p) => p.value !== null)
    .map((p) => ({ x: -daysBetween(p.day, today), y: p.value as number }))
    .filter((p) => p.x <= 0 && p.x > from)
    .sort((a, b) => a.x - b.x);

/** The points one week apart, counted back from the latest, so that today's value is in. */
function weekly(points: { x: number; y: number }[]): { x: number; y: number }[] {
  const kept: { x: number; y: number }[] = [];
  for (const p of [...points].reverse()) {
    const last = kept.at(-1);
    if (!last || last.x - p.x >= stepDays) kept.push(p);
  }
  return kept.reverse();
}

const median = (sorted: readonly number[]): number => {
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
};

/** Correlation of neighbouring residuals, 0 … 0.9; negative correlation is not taken as more certainty. */
function neighbourCorrelation(points: { x: number; y: number }[], slope: number): number {
  const level = median(points.map((p) => p.y - slope * p.x).sort((a, b) => a - b));
  const e = points.map((p) => p.y - slope * p.x - level);
  const total = e.reduce((sum, r) => sum + r * r, 0);
  if (total === 0) return 0;
  let shared = 0;
  for (let i = 1; i < e.length; i++) shared += e[i]! * e[i - 1]!;
  return Math.min(0.9, Math.max(0, shared / total));
}

/**
 * The robust slope of the last 90 days: the median of the slopes of all pairs of points (Theil 1950), which a few odd
 * days do not move. Its interval is that of Sen (1968): the slopes of rank (N ∓ C)/2, C = z·√(n(n−1)(2n+5)/18) with N pairs
 * of n points; the variance is widened by (1+ρ)/(1−ρ) for the correlation ρ of neighbours (after Yue and Wang 2004).
 * Null when there are fewer than five weekly points or they span less than 28 days.
 *
 * Theil, H. (1950) A rank-invariant method of linear and polynomial regression analysis. Proc. KNAW 53.
 * Sen, P. K. (1968) Estimates of the regression coefficient based on Kendall's tau. JASA 63:1379–1389.
 * Yue, S. and Wang, C. (2004) The Mann–Kendall test modified by effective sample size. Water Resour. Manage. 18:201–218.
 */
export function trendOf(points: readonly Point[], today: Day): Trend | null {
  const used = weekly(known(points, -trendDays, today));
  const n = used.length;
  if (n < leastPoints || used[n - 1]!.x - used[0]!.x < leastSpanDays) return null;
  const slopes: number[] = [];
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) slopes.push((used[j]!.y - used[i]!.y) / (used[j]!.x - used[i]!.x));
  slopes.sort((a, b) => a - b);
  const slope = median(slopes);
  const rho = neighbourCorrelation(used, slope);
  const c = z * Math.sqrt(((n * (n - 1) * (2 * n + 5)) / 18) * ((1 + rho) / (1 - rho)));
  const last = slopes.length - 1;
  const rank = (r: number) => slopes[Math.min(last, Math.max(0, r))]!;
  return {
    slope,
    low: rank(Math.floor((slopes.length - c) / 2) - 1),
    high: rank(Math.ceil((slopes.length + c) / 2)),
    points: n,
  };
}
