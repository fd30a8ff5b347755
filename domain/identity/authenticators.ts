import { directoryQuery } from '@/db/client';
import { Refusal } from '../errors';
import type { Work } from '../work';

/** How many of a firm's people have an authenticator, and whether they must. */
export interface Authenticators {
  required: boolean;
  members: number;
  /** Members with one. */
  ready: number;
  owners: number;
  /** Owners with one, who could get in without the provider. */
  ownersReady: number;
}

/** How a firm stands with authenticators. */
export async function readAuthenticators(work: Work): Promise<Authenticators> {
  work.require('identity.read');
  const [row] = await directoryQuery<Authenticators>(
    `select t.second_factor_required as required, count(m.user_id)::int as members, count(a.user_id)::int as ready,
       count(*) filter (where m.role = 'owner')::int as owners,
       count(a.user_id) filter (where m.role = 'owner')::int as "ownersReady"
     from directory.tenants t left join directory.memberships m on m.tenant_id = t.id
     left join directory.authenticators a on a.user_id = m.user_id and a.confirmed_at is not null
     where t.id = $1 group by t.id`,
    [work.tenant.id],
  );
  return row!;
}

/**
 * Asks an authenticator of everybody who does not come in through the firm's provider, or asks it no more. It counts from the
 * next request on: who has none sees nothing of the firm until one is set up. Keys are not asked. Refusal:
 * `authenticator_own` (who asks others for one has one).
 */
export async function requireAuthenticators(work: Work, required: boolean): Promise<void> {
  work.require('identity.manage');
  const { required: before } = await readAuthenticators(work);
  if (before === required) return;
  if (required && work.actor.kind === 'user') {
    const own = await directoryQuery(
      'select 1 from directory.authenticators where user_id = $1 and confirmed_at is not null',
      [work.actor.id],
    );
    if (own.length === 0) throw new Refusal('authenticator_own', 409);
  }
  await work.execute('update directory.tenants set second_factor_required = $2 where id = $1', [
    work.tenant.id,
    required,
  ]);
  await work.audit('authenticators.required', {}, { before, after: required });
}
