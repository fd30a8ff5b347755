import { createHmac } from 'node:crypto';
import type { MemberRole } from '@/domain/permissions';
import { env } from '@/lib/env';

export interface DemoSignIn {
  email: string;
  password: string;
  /** Slug of the tenant. */
  tenant: string;
  /** Who this is, in a few words. */
  title: string;
}

export interface DemoPerson extends DemoSignIn {
  role: MemberRole;
  locale: 'zh-CN' | 'en';
}

/** A password that is easy to type and belongs to this installation alone: it derives from AUTH_SECRET. */
function passwordOf(email: string): string {
  const letters = createHmac('sha256', env().AUTH_SECRET)
    .update(`demo password of ${email}`)
    .digest('hex')
    .replace(/[^0-9]/g, '');
  return `lantern-${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}

const person = (
  email: string,
  tenant: string,
  role: MemberRole,
  locale: 'zh-CN' | 'en',
  title: string,
): DemoPerson => ({
  email,
  password: passwordOf(email),
  tenant,
  role,
  locale,
  title,
});

/** Everyone who can sign in to the demo; the first of each tenant owns it. */
export const demoPeople = (): DemoPerson[] => [
  person('owner@demo.example', 'demo', 'owner', 'zh-CN', '灯港演示企业: owner, Chinese'),
  person('viewer@demo.example', 'demo', 'viewer', 'en', '灯港演示企业: viewer, English'),
  person('owner@retail.example', 'online-retail', 'owner', 'en', 'Online Retail (extract): owner, English'),
];
