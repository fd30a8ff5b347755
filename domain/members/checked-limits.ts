import { mechanisms as allMechanisms, type Mechanism } from '@/kpis/kpi';
import { Refusal } from '../errors';
import type { MemberRole } from '../permissions';
import { type Limits, noLimits } from '../tenants/access';
import { firmChannels } from '../tenants/firm-channels';
import type { Work } from '../work';

/** To what a member shall be limited, as it is asked for; an empty list and null both mean: not at all. */
export interface AskedLimits {
  channels?: readonly string[] | null;
  mechanisms?: readonly string[] | null;
}

/** Roles that may be limited: an owner or admin answers for the whole firm, so they see it all. */
export const limitableRoles: readonly MemberRole[] = ['analyst', 'viewer'];

const distinct = (list: readonly string[] | null | undefined): string[] => [...new Set(list ?? [])].sort();

/**
 * Limits that make sense for the role: known mechanisms, channels that the firm has or that the member is limited to
 * already. All mechanisms are no limit. Refusals: `limits_not_for_role`, `mechanism_unknown`, `channel_unknown`.
 * @param kept channels that may stay though the firm has them no more
 */
export async function checkedLimits(
  work: Work,
  role: MemberRole,
  asked: AskedLimits,
  kept: readonly string[] = [],
): Promise<Limits> {
  const [channels, mechanisms] = [distinct(asked.channels), distinct(asked.mechanisms)];
  if (!channels.length && !mechanisms.length) return noLimits;
  if (!limitableRoles.includes(role)) throw new Refusal('limits_not_for_role', 422, { role }, 'role');
  for (const asked of mechanisms)
    if (!allMechanisms.includes(asked as Mechanism))
      throw new Refusal(
        'mechanism_unknown',
        422,
        { value: asked.slice(0, 80), known: allMechanisms.join(', ') },
        'mechanisms',
      );
  const known = new Set([...(await firmChannels(work)).map((channel) => channel.id), ...kept]);
  for (const asked of channels)
    if (!known.has(asked)) throw new Refusal('channel_unknown', 422, { value: asked.slice(0, 80) }, 'channels');
  return {
    channels: channels.length ? channels : null,
    mechanisms:
      mechanisms.length && mechanisms.length < allMechanisms.length
        ? allMechanisms.filter((mechanism) => mechanisms.includes(mechanism))
        : null,
  };
}
