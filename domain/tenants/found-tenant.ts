import { directoryQuery } from '@/db/client';
import { subscribeDefault } from '../digests/subscriptions';
import { Refusal } from '../errors';
import { plantMilestones } from '../milestones/plant-milestones';
import { withTenant } from '../work';
import type { Access, Tenant } from './access';
import type { Firm } from './checked-firm';
import { proposeSlug } from './propose-slug';
import { accessForMember, accessForOperator } from './ways-in';

/** Refuses with `slug_taken` and a free proposal. */
export async function requireFreeSlug(slug: string): Promise<void> {
  const [taken] = await directoryQuery('select 1 from directory.tenants where slug = $1', [slug]);
  if (taken) throw await slugTaken(slug);
}

const slugTaken = async (slug: string): Promise<Refusal> =>
  new Refusal('slug_taken', 409, { slug, proposal: await proposeSlug(slug) }, 'slug');

/**
 * Founds a tenant that a person owns, with its milestones and the owner's digest. Refusal: `slug_taken`, with a proposal.
 * @param by who founds it: the owner, from a network address, or the operator
 */
export async function foundTenant(
  firm: Firm,
  ownerId: string,
  by: { operator: true } | { operator: false; address: string | null },
): Promise<Tenant> {
  // Tenant and owner in one statement: a tenant that nobody owns could never be entered.
  const founded = await directoryQuery<{ id: string }>(
    `with t as (insert into directory.tenants (slug, name, zone, currency, locale, sells, markets)
       values ($1, $2, $3, $4, $5, $7, $8) on conflict (slug) do nothing returning id),
     m as (insert into directory.memberships (tenant_id, user_id, role) select id, $6, 'owner' from t)
     select id from t`,
    [firm.slug, firm.name, firm.zone, firm.currency, firm.locale, ownerId, firm.sells, firm.markets],
  );
  if (!founded.length) throw await slugTaken(firm.slug);
  const access: Access | null = by.operator
    ? await accessForOperator(firm.slug)
    : await accessForMember(ownerId, firm.slug, by.address);
  await withTenant(access!, async (work) => {
    await work.audit('tenant.created', { name: firm.name, slug: firm.slug, owner: ownerId });
    await plantMilestones(work);
    await subscribeDefault(work, ownerId);
  });
  return access!.tenant;
}
