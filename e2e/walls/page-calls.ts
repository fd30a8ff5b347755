import type { Permission } from '@/domain/permissions';

/**
 * Whom a page is for. A permission: members of the firm whose role has it. everybody: no session is asked for. person:
 * anybody signed in, who sees their own. platform: a platform admin who has shown a second factor.
 */
export type Audience = Permission | 'everybody' | 'person' | 'platform';

/** Every page. One that is not listed fails the suite. What its address names, and what stands behind `?`, comes from things.ts. */
export const pageCalls: Record<string, Audience> = {
  '/': 'everybody',
  '/invitation/[token]': 'everybody',
  '/new-firm': 'person',
  '/reset': 'everybody',
  '/reset/[token]': 'everybody',
  '/sign-in': 'everybody',
  '/sign-in/code': 'everybody',
  '/sign-in/domain/[token]': 'everybody',
  '/sign-in/firm': 'everybody',
  '/sign-in/link': 'everybody',
  '/sign-in/link/[token]': 'everybody',
  '/sign-up': 'everybody',
  '/sign-up/sent': 'everybody',
  '/unsubscribe/[token]': 'everybody',
  '/verify': 'person',
  '/verify/[token]': 'everybody',
  '/account': 'person',
  '/account/email/[token]': 'person',
  '/account/email/done': 'everybody',
  '/account/two-factor': 'person',
  '/admin': 'platform',
  '/admin/feeds': 'platform',
  '/admin/announcements': 'platform',
  '/admin/jobs': 'platform',
  '/admin/log': 'platform',
  '/admin/tenants/[slug]': 'platform',
  '/[tenant]': 'tenant.read',
  '/[tenant]/digests': 'digest.read',
  // Somebody else's: one's own opens to everybody.
  '/[tenant]/digests/[delivery]': 'digest.manage',
  '/[tenant]/digests/preview': 'digest.read',
  '/[tenant]/feeds': 'feed.read',
  '/[tenant]/feeds/[feed]': 'feed.read',
  '/[tenant]/feeds/[feed]/import': 'feed.read',
  '/[tenant]/feeds/[feed]/mapping': 'feed.read',
  '/[tenant]/feeds/new': 'feed.read',
  '/[tenant]/kpis': 'measurement.read',
  '/[tenant]/kpis/[kpi]': 'measurement.read',
  '/[tenant]/mechanisms/[mechanism]': 'measurement.read',
  '/[tenant]/roadmap': 'milestone.read',
  '/[tenant]/roadmap/[milestone]': 'milestone.read',
  '/[tenant]/roadmap/new': 'milestone.read',
  '/[tenant]/runs/[run]': 'feed.read',
  '/[tenant]/settings': 'tenant.read',
  '/[tenant]/settings/anchors': 'rule.read',
  '/[tenant]/settings/anchors/[kpi]': 'rule.read',
  '/[tenant]/settings/audit': 'audit.read',
  '/[tenant]/settings/data': 'tenant.export',
  '/[tenant]/settings/keys': 'key.read',
  '/[tenant]/settings/sign-in': 'identity.read',
  '/[tenant]/settings/weights': 'rule.read',
  '/[tenant]/settings/members': 'member.read',
  '/[tenant]/settings/members/[member]': 'member.manage',
};
