import { forgetAnswers } from '@/domain/idempotency/answer-once';
import { closeMeasurements, markVolatileDays } from '@/domain/measurements/close';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/**
 * After a tenant's midnight: old measurements become final, days whose facts change by time alone are computed again, and
 * kept answers to API calls that are a day old are forgotten.
 */
export const measurementsClose = job({
  name: 'measurements.close',
  queue: 'measure',
  payload: {},
  alone: true,
  retry: { attempts: 5, backoffSeconds: 30 },
  run: (access) =>
    withTenant(access, async (work) => {
      await closeMeasurements(work);
      await markVolatileDays(work);
      await forgetAnswers(work);
      await work.enqueue('measurements.refresh', {});
    }),
});
