import { randomBytes } from 'node:crypto';
import { directoryQuery } from '@/db/client';
import { isCurrencyCode } from '@/lib/values/currencies';
import { isZone } from '@/lib/zone';
import { subscribeDefault } from '../digests/subscriptions';
import { Refusal } from '../errors';
import { createUser } from '../members/create-user';
import { plantMilestones } from '../milestones/plant-milestones';
import { withTenant } from '../work';
import { accessForOperator, type Tenant } from './access';
import { checkSlug } from './slug';

export interface NewTenant {
  name: string;
  slug: string;
  ownerEmail: string;
  /** Of the owner, if this person is new. Without one a random one is made and answered once. */
  password?: string;
  /** IANA zone that cuts the firm's days. */
  zone?: string;
  /** ISO 4217 reporting currency. */
  currency?: string;
  locale?: string;
}

export interface CreatedTenant {
  tenant: Tenant;
  owner: { id: string; email: string; created: boolean };
  /** The password that was made up, to be shown this once; null when one was given or the owner was known before. */
  password: string | null;
}

const shortestPassword = 10;

/**
 * Founds a tenant with its owner, its milestones and the owner's digest. An owner who is already known keeps their password.
 * Refusals: tenant_name_missing, slug_malformed, slug_reserved, slug_taken, zone_unknown, currency_unknown, locale_unknown, email_invalid,
 * password_too_short, password_too_long.
 */
export async function createTenant(input: NewTenant): Promise<CreatedTenant> {
  const { zone = 'Asia/Shanghai', currency = 'CNY', locale = 'zh-CN' } = input;
  const name = input.name.trim();
  if (!name || name.length > 120) throw new Refusal('tenant_name_missing', 422, {}, 'name');
  checkSlug(input.slug);
  if (!isZone(zone)) throw new Refusal('zone_unknown', 422, { value: zone }, 'zone');
  if (!isCurrencyCode(currency)) throw new Refusal('currency_unknown', 422, { value: currency }, 'currency');
  if (locale !== 'zh-CN' && locale !== 'en') throw new Refusal('locale_unknown', 422, { value: locale }, 'locale');
  if (input.password !== undefined && input.password.length < shortestPassword)
    throw new Refusal('password_too_short', 422, { min: shortestPassword }, 'password');
  await requireFreeSlug(input.slug);

  const made = input.password === undefined ? randomBytes(12).toString('base64url') : null;
  const owner = await createUser({ email: input.ownerEmail, locale, password: input.password ?? made! });
  // Tenant and owner in one statement: a tenant that nobody owns could never be entered.
  const founded = await directoryQuery<{ id: string }>(
    `with t as (insert into directory.tenants (slug, name, zone, currency, locale) values ($1, $2, $3, $4, $5)
       on conflict (slug) do nothing returning id),
     m as (insert into directory.memberships (tenant_id, user_id, role) select id, $6, 'owner' from t)
     select id from t`,
    [input.slug, name, zone, currency, locale, owner.id],
  );
  if (!founded.length) throw new Refusal('slug_taken', 409, { slug: input.slug }, 'slug');
  const access = (await accessForOperator(input.slug))!;
  await withTenant(access, async (work) => {
    await work.audit('tenant.created', { name, slug: input.slug, owner: owner.id });
    await plantMilestones(work);
    await subscribeDefault(work, owner.id);
  });
  return { tenant: access.tenant, owner, password: owner.created ? made : null };
}

async function requireFreeSlug(slug: string): Promise<void> {
  const [taken] = await directoryQuery('select 1 from directory.tenants where slug = $1', [slug]);
  if (taken) throw new Refusal('slug_taken', 409, { slug }, 'slug');
}
