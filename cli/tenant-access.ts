import { Refusal } from '@/domain/errors';
import type { Access } from '@/domain/tenants/access';
import { accessForOperator } from '@/domain/tenants/ways-in';
import type { Option } from './command';

/** The option that names a tenant. */
export const tenantOption: Option = {
  value: 'SLUG',
  required: true,
  summary: { en: 'short name of the tenant', zh: '企业短名' },
};

/** The operator's way into the tenant of that short name. Refusal: tenant_unknown. */
export async function tenantAccess(slug: string): Promise<Access> {
  const access = await accessForOperator(slug);
  if (!access) throw new Refusal('tenant_unknown', 404, { slug }, 'tenant');
  return access;
}
