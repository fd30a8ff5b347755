import { closeMeasurements } from '@/domain/measurements/close-measurements';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** After a tenant's midnight: measurements old enough become final, and the new day is counted. */
export const measurementsClose = job({
  name: 'measurements.close',
  queue: 'measure',
  payload: {},
  alone: true,
  retry: { attempts: 5, backoffSeconds: 30 },
  run: async (access) => {
    await withTenant(access, closeMeasurements);
  },
});
