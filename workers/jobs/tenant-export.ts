import { z } from 'zod';
import { failExport, runExport } from '@/domain/leaving/run-export';
import { withTenant } from '@/domain/work';
import { job } from '../job';

/** Makes a copy of all that a firm has. */
export const tenantExport = job({
  name: 'tenant.export',
  queue: 'leaving',
  payload: { exportId: z.guid() },
  alone: true,
  whileHeld: true,
  retry: { attempts: 4, backoffSeconds: 10 },
  run: (access, { exportId }) => runExport(access, exportId),
  failed: (access, { exportId }, error) => withTenant(access, (work) => failExport(work, exportId, error)),
});
