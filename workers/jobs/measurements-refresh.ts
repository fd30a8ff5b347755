import { recompute } from '@/domain/measurements/recompute';
import { job } from '../job';

/** Computes again what the dirty days touch. */
export const measurementsRefresh = job({
  name: 'measurements.refresh',
  queue: 'measure',
  payload: {},
  alone: true,
  retry: { attempts: 5, backoffSeconds: 5 },
  run: async (access) => {
    await recompute(access, {});
  },
});
