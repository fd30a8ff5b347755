import { env } from '@/lib/env';
import type { Tenant } from '../../tenants/access';

/** Addresses of a tenant's pages, as links in mails need them. */
export function pagesOf(tenant: Tenant) {
  const base = `${env().APP_URL}/${tenant.slug}`;
  return {
    today: base,
    kpi: (id: string) => `${base}/kpis/${id}`,
    mechanism: (id: string) => `${base}/mechanisms/${id}`,
    feeds: `${base}/feeds`,
    feed: (id: string) => `${base}/feeds/${id}`,
    roadmap: `${base}/roadmap`,
    milestone: (id: string) => `${base}/roadmap/${id}`,
    digests: `${base}/digests`,
  };
}

export type Pages = ReturnType<typeof pagesOf>;

/** The page on which a reader ends a digest without signing in. */
export const unsubscribePage = (token: string): string => `${env().APP_URL}/unsubscribe/${token}`;

/** The address that a mail program calls for its own unsubscribe button (RFC 8058: POST). */
export const unsubscribeEndpoint = (token: string): string => `${env().APP_URL}/api/unsubscribe/${token}`;
