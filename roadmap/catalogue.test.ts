import { describe, expect, it } from 'vitest';
import { findKpi } from '@/kpis/catalogue';
import { milestoneTemplate, milestoneTemplates } from './catalogue';
import { kpisToCome } from './kpis-to-come';
import { stages } from './stages';

describe('milestone templates', () => {
  it.each(milestoneTemplates.map((t) => [t.id, t] as const))('%s is complete and its road exists', (_, t) => {
    expect(t.title.en && t.title.zh && t.why.en && t.why.zh).toBeTruthy();
    expect(t.dueAfterDays).toBeGreaterThan(0);
    if (!t.after) return;
    const before = milestoneTemplate(t.after);
    expect(before?.stage).toBeLessThanOrEqual(t.stage);
    expect(before?.dueAfterDays).toBeLessThan(t.dueAfterDays + 1);
  });

  it('have ids of their own and stand in the order of the stages', () => {
    expect(new Set(milestoneTemplates.map((t) => t.id)).size).toBe(milestoneTemplates.length);
    const order = milestoneTemplates.map((t) => t.stage);
    expect(order).toEqual([...order].sort());
  });

  it('get harder along a road', () => {
    for (const t of milestoneTemplates) {
      const before = milestoneTemplate(t.after ?? null);
      if (before?.reach.kpi !== t.reach.kpi) continue;
      if (t.reach.direction === 'higher') expect(t.reach.at).toBeGreaterThan(before.reach.at);
      else expect(t.reach.at).toBeLessThan(before.reach.at);
    }
  });
});

it('every KPI that a gate asks for has a name: in the catalogue, or as one to come', () => {
  const asked = stages.flatMap(({ gate }) => gate.conditions.flatMap((one) => ('kpi' in one ? [one.kpi] : [])));
  expect([...new Set(asked)].filter((code) => !findKpi(code)).sort()).toEqual(Object.keys(kpisToCome).sort());
});
