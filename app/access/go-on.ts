import { redirect } from 'next/navigation';
import type { SessionUser } from '@/domain/members/sessions';
import { tenantsOfMember } from '@/domain/tenants/ways-in';
import { homeOf } from './home';
import { keepLanguage } from './keep-language';

/**
 * Where a sign-in leads: to `next`; from the start page, which would only lead on, straight to the only firm. For server actions.
 */
export async function goOn(user: SessionUser | null, next: string): Promise<never> {
  await keepLanguage(user);
  redirect(next === '/' && user?.verified ? homeOf(await tenantsOfMember(user.id)) : next);
}
