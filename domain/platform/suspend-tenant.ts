import { tenantResumed } from '@/emails/letters/tenant-resumed';
import { tenantSuspended } from '@/emails/letters/tenant-suspended';
import { Refusal } from '../errors';
import { accessForDesk } from '../tenants/ways-in';
import type { PlatformAccess } from './access';
import { asAdmin } from './deed';
import { lettersToOwners, type Owner } from './letters-to-owners';
import { reasonIn } from './reason';

export const longestGraceDays = 30;

/**
 * Suspends a firm. After the days of grace (0–30; 0: at once) its pages are read-only, its feeds stop and no digest goes
 * out; nothing is lost meanwhile. Its owners get a letter. Refusals: `not_found`, `reason_missing`, `text_too_long`,
 * `grace_out_of_range`, `tenant_suspended_already`, `tenant_is_leaving`.
 */
export async function suspendTenant(
  platform: PlatformAccess,
  slug: string,
  input: { reason: string; graceDays?: number },
): Promise<{ bitesAt: Date }> {
  const reason = reasonIn(input.reason);
  const { graceDays = 7 } = input;
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > longestGraceDays)
    throw new Refusal('grace_out_of_range', 422, { max: longestGraceDays }, 'graceDays');
  const firm = await accessForDesk(platform, { slug }, reason);
  const { id, name } = firm.tenant;
  return asAdmin(
    platform,
    async (deed) => {
      const bitesAt = new Date(deed.now.getTime() + graceDays * 86_400_000);
      const done = await deed.query(
        `update directory.tenants set status = 'suspended', status_reason = $2, status_since = $3, status_bites_at = $4
         where id = $1 and status = 'active' returning id`,
        [id, reason, deed.now, bitesAt],
      );
      if (!done.length)
        throw new Refusal(
          firm.tenant.standing.status === 'leaving' ? 'tenant_is_leaving' : 'tenant_suspended_already',
          409,
          { tenant: name },
        );
      await deed.record(
        'tenant.suspended',
        { reason, graceDays, bitesAt },
        { before: { status: 'active' }, after: { status: 'suspended' } },
      );
      const props = (owner: Owner) => ({ tenant: name, reason, at: owner.instant(bitesAt), graceDays });
      await lettersToOwners(firm.tenant, tenantSuspended, props, deed.query);
      return { bitesAt };
    },
    firm,
  );
}

/** Ends a suspension: what waited goes on within minutes. Its owners get a letter. Refusals: `not_found`, `tenant_not_suspended`. */
export async function resumeTenant(platform: PlatformAccess, slug: string): Promise<void> {
  const firm = await accessForDesk(platform, { slug }, '');
  const { id, name, slug: link } = firm.tenant;
  await asAdmin(
    platform,
    async (deed) => {
      const done = await deed.query(
        `update directory.tenants set status = 'active', status_reason = null, status_since = $2, status_bites_at = null
         where id = $1 and status = 'suspended' returning id`,
        [id, deed.now],
      );
      if (!done.length) throw new Refusal('tenant_not_suspended', 409, { tenant: name });
      await deed.record('tenant.resumed', {}, { before: { status: 'suspended' }, after: { status: 'active' } });
      const props = (owner: Owner) => ({ tenant: name, link: owner.link(link) });
      await lettersToOwners(firm.tenant, tenantResumed, props, deed.query);
    },
    firm,
  );
}
