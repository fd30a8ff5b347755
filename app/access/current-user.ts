import { cache } from 'react';
import type { SessionUser } from '@/domain/members/sessions';
import { auth } from './auth';

/** Who is signed in, read from the database once a request; null when nobody is. */
export const currentUser = cache(async (): Promise<SessionUser | null> => {
  const session = (await auth()) as { user?: SessionUser } | null;
  return session?.user?.id ? session.user : null;
});
