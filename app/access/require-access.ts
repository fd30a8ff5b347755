import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { SessionUser } from '@/domain/members/sessions';
import { type Access, accessForMember } from '@/domain/tenants/access';
import { callerAddress } from '@/lib/caller-address';
import { currentUser } from './current-user';

export interface Entry {
  user: SessionUser;
  access: Access;
}

/**
 * The way of every page into a tenant: session, then membership, both read from the database on this request. Nobody signed
 * in: to the sign-in and back. No such tenant and no membership look the same: not found.
 */
export const requireAccess = cache(async (slug: string): Promise<Entry> => {
  const user = await currentUser();
  if (!user) {
    const address = (await headers()).get('x-address') ?? `/${slug}`;
    redirect(`/sign-in?next=${encodeURIComponent(address)}`);
  }
  const access = await accessForMember(user.id, slug, callerAddress(await headers()));
  if (!access) notFound();
  return { user, access };
});
