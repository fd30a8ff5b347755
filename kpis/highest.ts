import type { Unit } from './kpi';

/** What a value in a unit can be at most; at least it is 0. */
export const highest: Readonly<Record<Unit, number>> = { '%': 100, ratio: 1, points: 10_000 };
