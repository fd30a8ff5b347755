import { createHmac } from 'node:crypto';

/**
 * runtime: tenant tables, always under row-level security. directory: sign-in and memberships. jobs: the queue's own
 * schema and the outbox across tenants. None owns a table, none may bypass row-level security.
 */
export const roles = ['fairway_runtime', 'fairway_directory', 'fairway_jobs'] as const;
export type Role = (typeof roles)[number];

/** A role's password, derived from AUTH_SECRET so that nothing more has to be kept. */
export const rolePassword = (role: Role, secret: string): string =>
  createHmac('sha256', secret).update(`postgres role ${role}`).digest('base64url');

/** The owner's URL with another role signed in. */
export function urlForRole(ownerUrl: string, role: Role, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(role, secret);
  return url.toString();
}
