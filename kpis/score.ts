import type { Anchors } from './kpi';

/** 0–100: piecewise linear through (floor, 0), (pass, 60), (target, 100), clamped; the same for both directions. */
export function scoreOf(value: number, anchors: Anchors): number {
  const { floor, pass, target } = anchors;
  const sign = target > floor ? 1 : -1;
  const [x, f, p, t] = [value, floor, pass, target].map((n) => n * sign) as [number, number, number, number];
  if (x <= f) return 0;
  if (x >= t) return 100;
  return x < p ? (60 * (x - f)) / (p - f) : 60 + (40 * (x - p)) / (t - p);
}

/** A score with what it weighs beside the others. */
interface Part {
  score: number;
  weight: number;
}

const totalOf = (parts: readonly Part[]): number => parts.reduce((sum, p) => sum + p.weight, 0);

/** Weighted arithmetic mean. */
export const arithmeticMean = (parts: readonly Part[]): number =>
  parts.reduce((sum, p) => sum + p.weight * p.score, 0) / totalOf(parts);

/** Weighted geometric mean of max(score, 1), so that a poor child is not bought off by a good one. */
export const geometricMean = (parts: readonly Part[]): number =>
  Math.exp(parts.reduce((sum, p) => sum + p.weight * Math.log(Math.max(p.score, 1)), 0) / totalOf(parts));
