import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import type { SessionUser } from '@/domain/members/sessions';
import type { Access } from '@/domain/tenants/access';
import { accessForSession } from '@/domain/tenants/ways-in';
import { callerAddress } from '@/lib/caller-address';
import { log } from '@/lib/log';
import { sessionToken } from './session-cookie';

export interface Entry {
  user: SessionUser;
  access: Access;
}

/** Whose session the request carries, and their way into a tenant, both read from the database now; null when nobody is signed in. */
export const findEntry = cache(async (slug: string) => {
  const token = await sessionToken();
  return token ? accessForSession(token, slug, callerAddress(await headers())) : null;
});

/**
 * The way of every page into a tenant. Nobody signed in: to the sign-in and back. Somebody without the authenticator that the
 * firm asks for: to where one is set up. No such tenant and no membership look the same: not found.
 */
export const requireAccess = cache(async (slug: string): Promise<Entry> => {
  const found = await findEntry(slug);
  if (!found) redirect(`/sign-in?next=${encodeURIComponent((await headers()).get('x-address') ?? `/${slug}`)}`);
  const { user, access, lacksAuthenticator } = found;
  if (!user.verified) redirect('/verify');
  if (lacksAuthenticator) redirect('/account/two-factor');
  if (!access) {
    log('warn', 'access.refused', { code: 'no_way_in', actor: `user:${user.id}` });
    notFound();
  }
  return { user, access };
});
