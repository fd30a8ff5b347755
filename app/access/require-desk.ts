import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { Refusal } from '@/domain/errors';
import type { SessionUser } from '@/domain/members/sessions';
import { accessToDesk, type PlatformAccess } from '@/domain/platform/access';
import { callerOf } from './caller-of';
import { currentUser } from './current-user';

export interface DeskEntry {
  user: SessionUser;
  platform: PlatformAccess;
}

/**
 * The way of every page and action to the platform's desk. Nobody signed in, or a sign-in that waits for its code: to the
 * sign-in and back. No platform admin: not found. An admin without an authenticator: to setting one up.
 */
export const requireDesk = cache(async (): Promise<DeskEntry> => {
  const user = await currentUser();
  const here = (await headers()).get('x-address') ?? '/admin';
  if (!user) redirect(`/sign-in?next=${encodeURIComponent(here)}`);
  try {
    return { user, platform: accessToDesk(user, await callerOf()) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'authenticator_required') redirect('/account/two-factor');
    if (error.code === 'second_factor_required') redirect(`/sign-in/code?next=${encodeURIComponent(here)}`);
    notFound();
  }
});
