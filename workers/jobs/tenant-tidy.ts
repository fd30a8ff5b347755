import { forgetEntries } from '@/domain/audit/retention';
import { tidyExports } from '@/domain/leaving/tidy-exports';
import { job } from '../job';

/** Once a day: exports and audit entries past their time go. */
export const tenantTidy = job({
  name: 'tenant.tidy',
  queue: 'leaving',
  payload: {},
  alone: true,
  whileHeld: true,
  retry: { attempts: 5, backoffSeconds: 30 },
  async run(access) {
    await tidyExports(access);
    await forgetEntries(access);
  },
});
