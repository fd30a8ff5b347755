import { randomBytes } from 'node:crypto';
import { checkedName } from '../checked-name';
import { Refusal } from '../errors';
import { grantableRole } from '../members/grantable';
import type { MemberRole } from '../permissions';
import { hashKey } from '../tenants/ways-in';
import type { Work } from '../work';

/** After how many days a key may run out; null: never. */
export const keyLifetimes = [30, 90, 365] as const;

/** How much of a key is kept in clear, by which people tell keys apart. */
const prefixLength = 10;

export interface CreatedKey {
  id: string;
  /** The key itself, answered this once. */
  key: string;
  name: string;
  role: MemberRole;
  expiresAt: Date | null;
}

/**
 * Makes an API key of the tenant. `key` is answered this once; only its SHA-256 is kept.
 * Refusals: `name_missing`, `name_too_long`, `name_tricky`, `role_unknown`, `role_too_high` (nobody hands out more than they
 * have), `key_lifetime_unknown`.
 * @param input.expiresInDays 30, 90 or 365; without one the key holds until it is revoked
 */
export async function createKey(
  work: Work,
  input: { name: string; role: string; expiresInDays?: number | null },
): Promise<CreatedKey> {
  work.require('key.manage');
  const name = checkedName(input.name, { longest: 100 });
  const role = grantableRole(work.actor.role, input.role);
  const days = input.expiresInDays ?? null;
  if (days !== null && !keyLifetimes.some((known) => known === days))
    throw new Refusal(
      'key_lifetime_unknown',
      422,
      { value: Number.isFinite(days) ? days : '', known: keyLifetimes.join(', ') },
      'expiresInDays',
    );
  const key = `fw_${randomBytes(32).toString('base64url')}`;
  const expiresAt = days === null ? null : new Date(work.now.getTime() + days * 86_400_000);
  const [row] = await work.query<{ id: string }>(
    `insert into directory.api_keys (tenant_id, name, role, hash, prefix, created_by, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) returning id`,
    [
      work.tenant.id,
      name,
      role,
      hashKey(key),
      key.slice(0, prefixLength),
      work.actor.name ?? work.actor.id,
      work.now,
      expiresAt,
    ],
  );
  await work.audit('key.created', { key: row!.id, name, role }, { after: { name, role, expiresAt } });
  return { id: row!.id, key, name, role, expiresAt };
}
