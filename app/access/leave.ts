import { closeSession } from '@/domain/members/sessions';
import { dropCookie } from './host-cookie';
import { keepSessionToken, sessionToken } from './session-cookie';

/** Ends the session of this request, here and in the database. For server actions and routes. */
export async function leave(): Promise<void> {
  const token = await sessionToken();
  if (token) await closeSession(token);
  await keepSessionToken(null);
  await dropCookie('authjs.callback-url');
}
