import { listMilestones as list } from '@/domain/milestones/list-milestones';
import { operation } from '../operation';
import { Milestone, milestoneJson } from '../shapes/milestone';
import { listOf } from '../shapes/scalar';

export const listMilestones = operation({
  id: 'milestones.list',
  method: 'GET',
  path: '/milestones',
  summary: 'Milestones with status and forecast, in the order of the road',
  permission: 'milestone.read',
  status: 200,
  response: listOf(Milestone),
  async run(work) {
    return { data: (await list(work)).map(milestoneJson), next: null };
  },
});
