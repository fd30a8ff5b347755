import { recompute } from '@/domain/measurements/recompute';
import { settleMilestones } from '@/domain/milestones/settle-milestones';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** Computes again what the dirty days touch, and notes the milestones that are reached by it. */
export const measurementsRefresh = job({
  name: 'measurements.refresh',
  queue: 'measure',
  payload: {},
  alone: true,
  retry: { attempts: 5, backoffSeconds: 5 },
  async run(access) {
    await recompute(access);
    await withTenant(access, settleMilestones);
  },
});
