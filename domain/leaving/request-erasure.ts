import { directoryQuery } from '@/db/client';
import { erasureCancelled } from '@/emails/letters/erasure-cancelled';
import { erasureRequested } from '@/emails/letters/erasure-requested';
import { env } from '@/lib/env';
import { Refusal } from '../errors';
import { type DirectoryWork, inDirectory } from '../in-directory';
import { verifyPassword } from '../members/verify-password';
import { lettersToOwners, type Owner } from '../platform/letters-to-owners';
import type { Work } from '../work';

/** A session that is younger than this is proof enough of who asks, for people without a password. */
const freshMinutes = 10;

interface Standing {
  status: 'active' | 'suspended' | 'leaving';
  status_reason: string | null;
  status_since: Date | null;
  status_bites_at: Date | null;
}

/** How the firm stands, and stays until the transaction is over. */
async function standingOf(directory: DirectoryWork, tenantId: string): Promise<Standing> {
  const [row] = await directory.query<Standing>(
    'select status, status_reason, status_since, status_bites_at from directory.tenants where id = $1 for update',
    [tenantId],
  );
  return row!;
}

/** Who asks: an owner themselves, or the operator; a visit never opens this. */
const askerOf = ({ tenant, actor }: Work) => ({ tenant, actor, acting: null });

/**
 * Asks for the firm to be erased when the days of grace are over (ERASURE_GRACE_DAYS). From now on nothing in it can be
 * changed; every owner gets a letter, and any of them may call it off. Open to owners while the firm is suspended
 * (`stillOpen`). Refusals: forbidden, slug_not_repeated, password_wrong, too_many_attempts, erasure_asked_already.
 * @param proof the firm's short name as typed, and the owner's password or, without one, the session
 */
export async function requestErasure(
  work: Work,
  proof: { slug: string; password?: string; sessionId?: string },
): Promise<{ at: Date }> {
  work.require('tenant.erase');
  if (proof.slug.trim().toLowerCase() !== work.tenant.slug)
    throw new Refusal('slug_not_repeated', 422, { slug: work.tenant.slug }, 'slug');
  if (!(await isOwnerThemselves(work, proof))) throw new Refusal('password_wrong', 422, {}, 'password');
  return scheduleErasure(work, env().ERASURE_GRACE_DAYS);
}

async function isOwnerThemselves(work: Work, proof: { password?: string; sessionId?: string }): Promise<boolean> {
  const { kind, id, name, address } = work.actor;
  if (kind !== 'user') return false;
  if (proof.password) {
    const who = await verifyPassword({ email: name ?? '', password: proof.password, from: address ?? null });
    return who?.id === id;
  }
  const fresh = await directoryQuery(
    'select 1 from directory.sessions where user_id = $1 and id::text = $2 and created_at > $3',
    [id, proof.sessionId ?? '', new Date(work.now.getTime() - freshMinutes * 60_000)],
  );
  return fresh.length > 0;
}

/**
 * Sets the day on which the firm is erased. For requestErasure, and for the operator, who needs no proof. How the firm stands
 * is not the firm's own to change, so this is a transaction of the directory, with entry and letters.
 * @param days of grace; 0: it is due at once
 */
export async function scheduleErasure(work: Work, days: number): Promise<{ at: Date }> {
  work.require('tenant.erase');
  const { id, name, slug } = work.tenant;
  return inDirectory(askerOf(work), async (directory) => {
    const before = await standingOf(directory, id);
    // The operator may hurry one that was asked for.
    if (before.status === 'leaving' && days > 0) throw new Refusal('erasure_asked_already', 409, { tenant: name });
    const at = new Date(directory.now.getTime() + days * 86_400_000);
    await directory.audit(
      'tenant.erasure_requested',
      {},
      { before: { status: before.status }, after: { status: 'leaving', at } },
    );
    // Called off, it stands again as it stood: who is suspended does not get free by leaving and staying.
    await directory.query(
      `with kept as (insert into directory.erasures (tenant_id, requested_at, proof) values ($1, $2, $4)
         on conflict (tenant_id) do nothing)
       update directory.tenants set status = 'leaving', status_reason = null, status_since = $2, status_bites_at = $3
       where id = $1`,
      [id, directory.now, at, JSON.stringify({ standing: before })],
    );
    const props = (owner: Owner) => ({
      tenant: name,
      by: work.actor.name ?? work.actor.id,
      at: owner.instant(at),
      link: owner.link(`${slug}/settings/data`),
    });
    if (days > 0) await lettersToOwners(work.tenant, erasureRequested, props, directory.query);
    return { at };
  });
}

/** Has the firm stay. Refusals: forbidden, tenant_is_staying, erasure_begun. */
export async function cancelErasure(work: Work): Promise<void> {
  work.require('tenant.erase');
  const { id, name, slug } = work.tenant;
  await inDirectory(askerOf(work), async (directory) => {
    const standing = await standingOf(directory, id);
    const [kept] = await directory.query<{ standing: Standing | null; began: boolean }>(
      "select proof -> 'standing' as standing, proof ? 'before' as began from directory.erasures where tenant_id = $1",
      [id],
    );
    if (standing.status !== 'leaving') throw new Refusal('tenant_is_staying', 409, { tenant: name });
    if (kept?.began || (standing.status_bites_at && standing.status_bites_at <= directory.now))
      throw new Refusal('erasure_begun', 409);
    const back = kept?.standing ?? { status: 'active', status_reason: null, status_since: null, status_bites_at: null };
    await directory.audit(
      'tenant.erasure_cancelled',
      {},
      { before: { status: 'leaving' }, after: { status: back.status } },
    );
    await directory.query(
      `with gone as (delete from directory.erasures where tenant_id = $1 and erased_at is null)
       update directory.tenants set status = $2, status_reason = $3, status_since = $4, status_bites_at = $5 where id = $1`,
      [id, back.status, back.status_reason, back.status_since, back.status_bites_at],
    );
    const props = (owner: Owner) => ({
      tenant: name,
      by: work.actor.name ?? work.actor.id,
      link: owner.link(slug),
    });
    await lettersToOwners(work.tenant, erasureCancelled, props, directory.query);
  });
}
