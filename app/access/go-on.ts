import { redirect } from 'next/navigation';
import type { SessionUser } from '@/domain/members/sessions';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { keepLanguage } from './keep-language';

/**
 * Where a sign-in leads: to `next`; from the start page, which would only lead on, straight to the only firm. For server actions.
 */
export async function goOn(user: SessionUser | null, next: string): Promise<never> {
  await keepLanguage(user);
  const tenants = next === '/' && user?.verified ? await tenantsOfMember(user.id) : [];
  redirect(tenants.length === 1 ? `/${tenants[0]!.slug}` : next);
}
