import { z } from 'zod';
import type { listMilestones } from '@/domain/milestones/list-milestones';
import { milestoneStatuses } from '@/roadmap/status';
import { DayText, Title } from './scalar';

export const Milestone = z
  .strictObject({
    id: z.uuid(),
    stage: z.int().min(1).max(3),
    kpi: z.string().describe('Code'),
    mechanism: z.enum(['data-driven', 'collaboration', 'ecosystem']),
    title: Title,
    why: Title.nullable(),
    target: z.number(),
    unit: z.enum(['%', 'ratio', 'points']),
    direction: z.enum(['higher', 'lower']),
    startOn: DayText,
    dueOn: DayText,
    owner: z.string().nullable(),
    current: z.number().nullable(),
    status: z.enum(milestoneStatuses).describe('Set by rule from the measurements, never by hand'),
    forecast: z
      .strictObject({ on: DayText.nullable(), from: DayText.nullable(), to: DayText.nullable() })
      .nullable()
      .describe('When the target will be met if the trend goes on; null dates: never'),
    reachedOn: DayText.nullable(),
  })
  .meta({ id: 'Milestone' });

type Listed = Awaited<ReturnType<typeof listMilestones>>[number];

export const milestoneJson = (m: Listed): z.input<typeof Milestone> => ({
  id: m.id,
  stage: m.stage,
  kpi: m.kpi,
  mechanism: m.mechanism,
  title: { ...m.title },
  why: m.why && { ...m.why },
  target: m.target,
  unit: m.unit,
  direction: m.direction,
  startOn: m.startOn,
  dueOn: m.dueOn,
  owner: m.owner,
  current: m.current,
  status: m.status,
  forecast: m.forecast && { on: m.forecast.on, from: m.forecast.from, to: m.forecast.to },
  reachedOn: m.reachedOn,
});
