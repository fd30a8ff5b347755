import { Refusal } from '../errors';
import type { SessionUser } from './sessions';

/** Whether the person showed a code of their authenticator in this session, and still has that authenticator. */
export const hasSecondFactor = (user: Pick<SessionUser, 'authenticator' | 'secondFactor'>): boolean =>
  user.authenticator && user.secondFactor;

/**
 * For places that are open only with a second factor. Refusals: `authenticator_required` (none is set up),
 * `second_factor_required` (none was shown in this session).
 */
export function requireSecondFactor(user: Pick<SessionUser, 'authenticator' | 'secondFactor'>): void {
  if (!user.authenticator) throw new Refusal('authenticator_required', 403);
  if (!user.secondFactor) throw new Refusal('second_factor_required', 403);
}
