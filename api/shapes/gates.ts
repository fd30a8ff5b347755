import { z } from 'zod';
import type { GateSet } from '@/domain/gates/gate-set';
import { DayText, Instant, instantOrNull } from './scalar';

export const Condition = z
  .union([
    z.strictObject({ kpi: z.string(), atLeast: z.number() }),
    z.strictObject({ kpi: z.string(), atMost: z.number() }),
    z.strictObject({ kpi: z.string(), aboveLastYear: z.literal(true) }),
    z.strictObject({ kpi: z.string(), companion: z.string(), above: z.number() }),
    z.strictObject({
      mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
      score: z.number(),
      coverage: z.number(),
    }),
  ])
  .describe('`kpi` is a code, its bound in its unit; score 0–100, coverage in percent')
  .meta({ id: 'Condition' });

/** A version of what a stage's gate asks for. */
export const Gate = z
  .strictObject({
    stage: z.int().min(1).max(3),
    version: z.int().min(0).describe('0: nobody has set any'),
    startsOn: DayText.nullable().describe('In force from this day on, by the firm’s zone'),
    setBy: z.string().nullable(),
    setAt: Instant.nullable(),
    reason: z.string().nullable(),
    isOwn: z.boolean().describe('Set by the firm; otherwise the default'),
    conditions: z.array(Condition),
  })
  .meta({ id: 'Gate' });

export const gateJson = (set: GateSet): z.input<typeof Gate> => ({
  stage: set.stage,
  version: set.version,
  startsOn: set.startsOn,
  setBy: set.setBy,
  setAt: instantOrNull(set.setAt),
  reason: set.reason,
  isOwn: set.own !== null,
  conditions: set.conditions.map((condition) => ({ ...condition })),
});
