import { scoreOf } from '@/kpis/score';
import type { Reading } from './reading';

/** Readings scored by the anchors that others of the same KPIs have: what they would be had nobody changed the anchors. */
export const scoredBy = (readings: readonly Reading[], others: readonly Reading[]): Reading[] =>
  readings.map((reading) => {
    const anchors = others.find(({ kpi }) => kpi === reading.kpi)?.anchors ?? reading.anchors;
    if (anchors === reading.anchors || reading.value === null) return { ...reading, anchors };
    return { ...reading, anchors, score: scoreOf(reading.value, anchors.anchors) };
  });
