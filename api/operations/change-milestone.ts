import { z } from 'zod';
import { changeMilestone as change } from '@/domain/milestones/change-milestone';
import { json } from '../body';
import { operation } from '../operation';
import { Milestone } from '../shapes/milestone';
import { DayText } from '../shapes/scalar';
import { milestoneNow } from './create-milestone';

export const changeMilestone = operation({
  id: 'milestones.change',
  method: 'PATCH',
  path: '/milestones/{id}',
  summary: 'Change target, dates, title or owner; what is left out stays',
  permission: 'milestone.manage',
  params: z.object({ id: z.uuid() }),
  body: json(
    z
      .strictObject({
        target: z.number().optional(),
        startOn: DayText.optional(),
        dueOn: DayText.optional(),
        title: z.string().nullable().optional(),
        owner: z.string().nullable().optional(),
      })
      .meta({ id: 'MilestoneChange', examples: [{ owner: 'Logistics' }] }),
  ),
  status: 200,
  response: Milestone,
  async run(work, { params, body }) {
    await change(work, params.id, body);
    return milestoneNow(work, params.id);
  },
});
