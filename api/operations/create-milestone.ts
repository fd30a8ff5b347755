import { z } from 'zod';
import { notFound } from '@/domain/errors';
import { createMilestone as create } from '@/domain/milestones/create-milestone';
import { listMilestones } from '@/domain/milestones/list-milestones';
import type { Work } from '@/domain/work';
import { json } from '../body';
import { operation } from '../operation';
import { Milestone, milestoneJson } from '../shapes/milestone';
import { DayText } from '../shapes/scalar';

/** One milestone as it stands now. */
export async function milestoneNow(work: Work, id: string) {
  const found = (await listMilestones(work)).find((m) => m.id === id);
  if (!found) throw notFound('milestone');
  return milestoneJson(found);
}

export const createMilestone = operation({
  id: 'milestones.create',
  method: 'POST',
  path: '/milestones',
  summary: 'Set a target for a KPI by a date',
  permission: 'milestone.manage',
  body: json(
    z
      .strictObject({
        kpi: z.string().describe('Slug or code'),
        target: z.number().describe('In the KPI’s unit'),
        dueOn: DayText,
        startOn: DayText.optional().describe('Today by default'),
        title: z.string().nullable().optional(),
        owner: z.string().nullable().optional(),
        stage: z.int().min(1).max(3).optional(),
      })
      .meta({ id: 'NewMilestone', examples: [{ kpi: 'on-time-in-full', target: 95, dueOn: '2099-12-31' }] }),
  ),
  status: 201,
  response: Milestone,
  async run(work, { body }) {
    const { id } = await create(work, body);
    return milestoneNow(work, id);
  },
});
