import { z } from 'zod';
import type { Member as Listed } from '@/domain/members/list-members';
import { memberRoles } from '@/domain/permissions';
import { mechanisms } from '@/kpis/kpi';
import { Instant, instant, instantOrNull } from './scalar';

const mechanism = z.enum(mechanisms as ['data-driven', 'collaboration', 'ecosystem']);

/** To what an analyst or viewer is limited, as answered. */
export const limits = {
  channels: z.array(z.string()).nullable().describe('Channels to which the member is limited; null: all'),
  mechanisms: z.array(mechanism).nullable().describe('Mechanisms to which the member is limited; null: all'),
};

/** The same as asked for. */
export const askedLimits = {
  channels: z.array(z.string().max(200)).max(200).nullable().optional().describe('For analysts and viewers; null: all'),
  mechanisms: z.array(mechanism).nullable().optional().describe('For analysts and viewers; null: all'),
};

export const Member = z
  .strictObject({
    id: z.uuid(),
    email: z.string(),
    name: z.string().nullable(),
    role: z.enum(memberRoles),
    ...limits,
    joinedAt: Instant,
    lastSeenAt: Instant.nullable().describe('To five minutes; null: never'),
  })
  .meta({ id: 'Member' });

type Limited = { channels: string[] | null; mechanisms: ('data-driven' | 'collaboration' | 'ecosystem')[] | null };

export const limitsJson = (of: Pick<Listed, 'channels' | 'mechanisms'>): Limited => ({
  channels: of.channels && [...of.channels],
  mechanisms: of.mechanisms && [...of.mechanisms],
});

export const memberJson = (member: Listed): z.input<typeof Member> => ({
  id: member.id,
  email: member.email,
  name: member.name,
  role: member.role,
  ...limitsJson(member),
  joinedAt: instant(member.joinedAt),
  lastSeenAt: instantOrNull(member.lastSeenAt),
});
