import { z } from 'zod';
import type { readScores } from '@/domain/measurements/read-scores';
import { weightAt } from '@/domain/weights/weight-set';
import { groupLevel, indexLevel } from '@/kpis/levels';
import { Condition } from './gates';
import { DayText } from './scalar';

const figure = z.number().nullable();
const scored = z.strictObject({ kpi: z.string(), score: z.number() });

const composite = {
  score: figure.describe('0–100; null when too little is measured'),
  reason: z.enum(['insufficient_evidence', 'limited']).nullable(),
  coverage: z.number().describe('Percent of the KPIs, by weight, that have a value'),
  lowest: scored.nullable(),
  spread: figure,
  empty: z.int().describe('KPIs without a value'),
  worst: z.array(scored),
};
const changed = {
  change: figure.describe('Points since 28 days ago'),
  begins: DayText.nullable().describe(
    'The first day with data of the KPI that began last, where too few days with data lie behind the score of 28 days ago; change is then null',
  ),
  changeByWeights: figure.describe('Of these, what other weights than then have done; 0 with the same'),
  changeByAnchors: figure.describe('And what other anchors of KPIs than then have done'),
};
const weight = z.number().min(0).max(1).nullable();

/** The index, its mechanisms and their groups, and where the firm stands on the road. */
export const Scores = z
  .strictObject({
    at: DayText,
    weights: z
      .strictObject({ version: z.int().min(0), startsOn: DayText.nullable() })
      .describe('The version of the firm’s weights that was in force on the day; 0: all weigh the same'),
    index: z.strictObject({ ...composite, ...changed }),
    mechanisms: z.array(
      z.strictObject({
        mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
        ...composite,
        ...changed,
        weight: weight.describe('In the index; null for readers who see a part of the firm'),
        groups: z.array(
          z.strictObject({
            group: z.string(),
            ...composite,
            weight: weight.describe('In its mechanism'),
            kpis: z.array(z.strictObject({ kpi: z.string(), weight: weight.describe('In its group') })),
          }),
        ),
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
          own: z
            .strictObject({ version: z.int().min(1), startsOn: DayText })
            .nullable()
            .describe('Which version of the firm’s own gate; null: the default'),
          conditions: z.array(
            z.strictObject({
              condition: Condition,
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
type Part = Omit<Read['index'], 'change' | 'begins' | 'changeByWeights' | 'changeByAnchors'>;

const partJson = (p: Part) => ({
  score: p.score,
  reason: p.reason,
  coverage: p.coverage,
  lowest: p.lowest,
  spread: p.spread,
  empty: p.empty,
  worst: p.worst,
});
const changedJson = (p: Read['index']) => ({
  change: p.change,
  begins: p.begins,
  changeByWeights: p.changeByWeights,
  changeByAnchors: p.changeByAnchors,
});

export const scoresJson = (s: Read): z.input<typeof Scores> => ({
  at: s.at,
  weights: { version: s.weights.version, startsOn: s.weights.startsOn },
  index: { ...partJson(s.index), ...changedJson(s.index) },
  mechanisms: s.mechanisms.map((m) => ({
    mechanism: m.mechanism,
    ...partJson(m),
    ...changedJson(m),
    weight: weightAt(s.weights, indexLevel, m.mechanism),
    groups: m.groups.map((g) => ({
      group: g.group,
      ...partJson(g),
      weight: weightAt(s.weights, m.mechanism, g.group),
      kpis: s.weights.levels
        .filter(({ level }) => level === groupLevel({ mechanism: m.mechanism, group: g.group }))
        .flatMap(({ weights }) => Object.entries(weights).map(([kpi, share]) => ({ kpi, weight: share }))),
    })),
  })),
  stage: {
    stage: s.stage.stage,
    reason: s.stage.reason,
    asMeasured: s.stage.asMeasured,
    flags: s.stage.flags,
    gates: s.stage.gates.map(({ stage, state, met, measured, total, conditions, set }) => ({
      stage,
      state,
      met,
      measured,
      total,
      own: set.own && { version: set.version, startsOn: set.startsOn! },
      conditions: conditions.map((c) => ({ ...c, condition: { ...c.condition } })),
    })),
  },
});
