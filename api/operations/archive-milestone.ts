import { z } from 'zod';
import { archiveMilestone as archive } from '@/domain/milestones/archive-milestone';
import { operation } from '../operation';

export const archiveMilestone = operation({
  id: 'milestones.archive',
  method: 'DELETE',
  path: '/milestones/{id}',
  summary: 'Take a milestone off the road',
  permission: 'milestone.manage',
  params: z.object({ id: z.uuid() }),
  status: 204,
  async run(work, { params }) {
    await archive(work, params.id);
    return undefined;
  },
});
