import { Refusal } from '../errors';
import { accessForJob } from '../tenants/ways-in';
import { type Work, withTenant } from '../work';
import type { DigestId } from './digest';
import { readersOf } from './readers';
import { tenantOfToken } from './unsubscribe-token';

export interface TokenSubscription {
  digest: DigestId;
  tenantName: string;
  active: boolean;
  /** The reader's language, for the page behind the link. */
  locale: 'zh-CN' | 'en';
}

async function withToken(
  token: string,
  verb: (work: Work) => Promise<{ user_id: string; digest: DigestId; active: boolean } | undefined>,
): Promise<TokenSubscription> {
  const invalid = new Refusal('unsubscribe_link_invalid', 404);
  const tenantId = tenantOfToken(token);
  const access = tenantId ? await accessForJob(tenantId, 'digest.unsubscribe') : null;
  if (!access) throw invalid;
  const row = await withTenant(access, verb);
  if (!row) throw invalid;
  const reader = (await readersOf(access.tenant, row.user_id)).get(row.user_id);
  return {
    digest: row.digest,
    tenantName: access.tenant.name,
    active: row.active,
    locale: reader?.locale ?? access.tenant.locale,
  };
}

type Row = { user_id: string; digest: DigestId; active: boolean };

/** What the link in a digest is about; changes nothing. Refusal `unsubscribe_link_invalid`. */
export const readUnsubscribe = (token: string): Promise<TokenSubscription> =>
  withToken(token, async (work) => {
    const [row] = await work.query<Row>(
      'select user_id, digest, active from app.digest_subscriptions where tenant_id = $1 and unsubscribe_token = $2',
      [work.tenant.id, token],
    );
    return row;
  });

/**
 * Ends (or with `active` begins again) this one digest for this one person, who need not be signed in: the token in their
 * mail is the proof. Refusal `unsubscribe_link_invalid`.
 */
export const unsubscribe = (token: string, active = false): Promise<TokenSubscription> =>
  withToken(token, async (work) => {
    const [row] = await work.query<Row>(
      `update app.digest_subscriptions set active = $3 where tenant_id = $1 and unsubscribe_token = $2
       returning user_id, digest, active`,
      [work.tenant.id, token, active],
    );
    if (row)
      await work.audit(
        'digest.subscription_set',
        { userId: row.user_id, digest: row.digest, byLink: true },
        { after: { active } },
      );
    return row;
  });
