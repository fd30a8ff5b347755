import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { SessionUser } from '@/domain/members/sessions';
import { type Access, accessForSession } from '@/domain/tenants/access';
import { callerAddress } from '@/lib/caller-address';
import { sessionToken } from './session-cookie';

export interface Entry {
  user: SessionUser;
  access: Access;
}

/**
 * The way of every page into a tenant: session and membership, both read from the database on this request. Nobody signed
 * in: to the sign-in and back. No such tenant and no membership look the same: not found.
 */
export const requireAccess = cache(async (slug: string): Promise<Entry> => {
  const token = await sessionToken();
  const asked = await headers();
  const found = token ? await accessForSession(token, slug, callerAddress(asked)) : null;
  if (!found) redirect(`/sign-in?next=${encodeURIComponent(asked.get('x-address') ?? `/${slug}`)}`);
  const { user, access } = found;
  if (!user.verified) redirect('/verify');
  if (!access) notFound();
  return { user, access };
});
