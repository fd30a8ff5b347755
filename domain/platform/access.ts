import { log } from '@/lib/log';
import { notFound } from '../errors';
import { requireSecondFactor } from '../members/second-factor';
import type { SessionUser } from '../members/sessions';

declare const minted: unique symbol;

/** The right to work at the platform's desk. Only this module makes one. */
export interface PlatformAccess {
  readonly [minted]: true;
  /** Null: the operator at the command line. */
  readonly admin: { readonly id: string; readonly email: string } | null;
  /** Network address that the request came from. */
  readonly address: string | null;
}

const mint = (admin: PlatformAccess['admin'], address: string | null): PlatformAccess =>
  ({ admin, address }) as PlatformAccess;

/**
 * The way to the desk: a session, read from the database on this request, whose person is a platform admin and has shown
 * their second factor in it. Refusals: `not_found` for everybody else, as if there were no desk; for an admin
 * `authenticator_required`, `second_factor_required`.
 */
export function accessToDesk(user: SessionUser, address: string | null): PlatformAccess {
  if (!user.platformAdmin) {
    log('warn', 'access.refused', { code: 'no_admin', actor: `user:${user.id}` });
    throw notFound('page');
  }
  requireSecondFactor(user);
  return mint({ id: user.id, email: user.email }, address);
}

/** The operator's way from the command line: who can read the installation's secrets can do all of this anyway. */
export const operatorAtDesk = (): PlatformAccess => mint(null, null);

/** Under which name the desk's log, and a firm's, keep who did it. */
export const nameOf = (platform: PlatformAccess): string => platform.admin?.email ?? 'operator';
