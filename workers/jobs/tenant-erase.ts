import { dueErasures, eraseTenant } from '@/domain/leaving/erase-tenant';
import { erasureJob } from '@/domain/tenants/ways-in';
import { job } from '../job';
import { forgetOrders } from '../leaving/forget-orders';

/** Erases a firm whose time has come. The tick asks for it until it is done. */
export const tenantErase = job({
  name: erasureJob,
  queue: 'leaving',
  payload: {},
  alone: true,
  everywhere: true,
  traceless: true,
  retry: { attempts: 5, backoffSeconds: 30 },
  async run(access) {
    // Called off meanwhile, or done by another.
    if (!(await dueErasures()).includes(access.tenant.id)) return;
    await eraseTenant(access, () => forgetOrders(access.tenant.id));
  },
});
