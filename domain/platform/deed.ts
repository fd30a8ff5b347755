import type pg from 'pg';
import { database } from '@/db/client';
import { now } from '@/lib/clock';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { nameOf, type PlatformAccess } from './access';

type Detail = Record<string, unknown>;

/** One transaction of the desk on the directory. */
export interface Deed {
  /** The instant of this deed; the same for everything in it. */
  readonly now: Date;
  query<T extends object = Record<string, unknown>>(text: string, params?: unknown[]): Promise<T[]>;
  /** Keeps what was done (past tense) in the platform's log and, where it concerns a firm, in the firm's own. */
  record(fact: string, detail?: Detail, change?: { before?: unknown; after?: unknown }): Promise<void>;
  /** What is done in the firm besides, in the transaction that writes the firm's log. */
  inFirm(verb: (work: Work) => Promise<void>): void;
}

/**
 * Runs what a platform admin does, with its entry, as one transaction. The firm's own entries are written at its end under
 * the admin's real name, in a transaction of the firm, and committed first: what a firm's log lacks was not done.
 * @param firm from accessForDesk, when it concerns one
 */
export async function asAdmin<T>(
  platform: PlatformAccess,
  body: (deed: Deed) => Promise<T>,
  firm: Access | null = null,
): Promise<T> {
  const client = await database().pool('fairway_directory').connect();
  const at = now();
  const facts: [fact: string, detail: Detail, change: { before?: unknown; after?: unknown }][] = [];
  const verbs: ((work: Work) => Promise<void>)[] = [];
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const query: Deed['query'] = async <R extends object>(text: string, params: unknown[] = []) =>
      (await client.query<R & pg.QueryResultRow>(text, params)).rows as R[];
    const result = await body({
      now: at,
      query,
      inFirm: (verb) => verbs.push(verb),
      async record(fact, detail = {}, change = {}) {
        await query(
          `insert into directory.platform_entries (admin_id, admin, fact, tenant_id, detail, address, at)
           values ($1, $2, $3, $4, $5, $6, $7)`,
          [
            platform.admin?.id ?? null,
            nameOf(platform),
            fact,
            firm?.tenant.id ?? null,
            JSON.stringify(firm ? { tenant: firm.tenant.slug, ...detail } : detail),
            platform.address,
            at,
          ],
        );
        facts.push([fact, detail, change]);
      },
    });
    if (firm && facts.length)
      await withTenant(
        firm,
        async (work) => {
          for (const verb of verbs) await verb(work);
          for (const fact of facts) await work.audit(...fact);
        },
        { stillOpen: true },
      );
    await client.query('commit');
    return result;
  } catch (error) {
    await client.query('rollback').catch((e: Error) => {
      broken = e;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}
