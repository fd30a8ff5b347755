import { z } from 'zod';
import type { readScores } from '@/domain/measurements/read-scores';
import { DayText } from './scalar';

const figure = z.number().nullable();
const scored = z.strictObject({ kpi: z.string(), score: z.number() });

const composite = {
  score: figure.describe('0–100; null when too little is measured'),
  reason: z.enum(['insufficient_evidence', 'limited']).nullable(),
  coverage: z.number().describe('Percent of the KPIs that have a value'),
  lowest: scored.nullable(),
  spread: figure,
  empty: z.int().describe('KPIs without a value'),
  worst: z.array(scored),
};
const change = figure.describe('Points since 28 days ago');

const condition = z.union([
  z.strictObject({ kpi: z.string(), atLeast: z.number() }),
  z.strictObject({ kpi: z.string(), atMost: z.number() }),
  z.strictObject({ kpi: z.string(), aboveLastYear: z.literal(true) }),
  z.strictObject({ kpi: z.string(), companion: z.string(), above: z.number() }),
  z.strictObject({ mechanism: z.string(), score: z.number(), coverage: z.number() }),
]);

/** The index, its mechanisms and their groups, and where the firm stands on the road. */
export const Scores = z
  .strictObject({
    at: DayText,
    index: z.strictObject({ ...composite, change }),
    mechanisms: z.array(
      z.strictObject({
        mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
        ...composite,
        change,
        groups: z.array(z.strictObject({ group: z.string(), ...composite })),
      }),
    ),
    stage: z.strictObject({
      stage: z.int().min(0).max(3).nullable().describe('null for readers who are limited to a part of the firm'),
      reason: z.enum(['limited']).nullable(),
      asMeasured: z.boolean().describe('Some conditions of a passed gate are not measured yet'),
      flags: z.array(z.string()).describe('KPIs so poor that they hold the stage at 1'),
      gates: z.array(
        z.strictObject({
          stage: z.int(),
          state: z.enum(['open', 'passed', 'passed_as_measured', 'regressed']),
          met: z.int(),
          measured: z.int(),
          total: z.int(),
          conditions: z.array(
            z.strictObject({
              condition,
              state: z.enum(['met', 'unmet', 'no_data', 'not_measured']),
              value: figure,
            }),
          ),
        }),
      ),
    }),
  })
  .meta({ id: 'Scores' });

type Read = Awaited<ReturnType<typeof readScores>>;
type Part = Omit<Read['index'], 'change'>;

const partJson = (p: Part) => ({
  score: p.score,
  reason: p.reason,
  coverage: p.coverage,
  lowest: p.lowest,
  spread: p.spread,
  empty: p.empty,
  worst: p.worst,
});

export const scoresJson = (s: Read): z.input<typeof Scores> => ({
  at: s.at,
  index: { ...partJson(s.index), change: s.index.change },
  mechanisms: s.mechanisms.map((m) => ({
    mechanism: m.mechanism,
    ...partJson(m),
    change: m.change,
    groups: m.groups.map((g) => ({ group: g.group, ...partJson(g) })),
  })),
  stage: {
    stage: s.stage.stage,
    reason: s.stage.reason,
    asMeasured: s.stage.asMeasured,
    flags: s.stage.flags,
    gates: s.stage.gates.map(({ stage, state, met, measured, total, conditions }) => ({
      stage,
      state,
      met,
      measured,
      total,
      conditions: conditions.map((c) => ({ ...c, condition: { ...c.condition } })),
    })),
  },
});
