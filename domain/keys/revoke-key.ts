import { notFound, Refusal } from '../errors';
import { checkId } from '../ingest/read-runs';
import { isAbove, type MemberRole } from '../permissions';
import type { Work } from '../work';

/**
 * Ends an API key: its next call is refused. One that is revoked already stays so. Refusals: `not_found`, `key_above_you`
 * (a key that may do more than oneself).
 */
export async function revokeKey(work: Work, id: string): Promise<void> {
  work.require('key.manage');
  const [key] = await work.query<{ name: string; role: MemberRole; revoked_at: Date | null }>(
    'select name, role, revoked_at from directory.api_keys where tenant_id = $1 and id = $2 for update',
    [work.tenant.id, checkId(id, 'key')],
  );
  if (!key) throw notFound('key');
  if (key.revoked_at) return;
  if (isAbove(key.role, work.actor.role)) throw new Refusal('key_above_you', 403);
  await work.execute('update directory.api_keys set revoked_at = $3 where tenant_id = $1 and id = $2', [
    work.tenant.id,
    id,
    work.now,
  ]);
  await work.audit(
    'key.revoked',
    { key: id, name: key.name },
    { before: { revokedAt: null }, after: { revokedAt: work.now } },
  );
}
