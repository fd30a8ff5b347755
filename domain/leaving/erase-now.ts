import type { Access } from '../tenants/access';
import { withTenant } from '../work';
import { eraseTenant, type Proof } from './erase-tenant';
import { scheduleErasure } from './request-erasure';

/**
 * Erases a firm at once, on the operator's word; also one that asked for it and still has days of grace.
 * @param forgetJobs as of eraseTenant
 */
export async function eraseNow(access: Access, forgetJobs: () => Promise<number>): Promise<Proof> {
  await withTenant(access, (work) => scheduleErasure(work, 0));
  return eraseTenant(access, forgetJobs);
}
