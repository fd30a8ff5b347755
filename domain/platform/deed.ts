import type { Change } from '../audit/write-entry';
import { type DirectoryWork, inDirectory } from '../in-directory';
import type { Access } from '../tenants/access';
import { type Work, withTenant } from '../work';
import { nameOf, type PlatformAccess } from './access';

/** One transaction of the desk on the directory. */
export interface Deed extends Omit<DirectoryWork, 'audit'> {
  /** Keeps what was done (past tense) in the platform's log and, where it concerns a firm, in the firm's own. */
  record(fact: string, detail?: Record<string, unknown>, change?: Change): Promise<void>;
  /**
   * The same for what is done to the firm's own rows: `verb` and the firm's entry are one transaction of the firm, committed
   * before ours.
   */
  recordInFirm(fact: string, detail: Record<string, unknown>, verb: (work: Work) => Promise<void>): Promise<void>;
}

/**
 * Runs what a platform admin does, with its entry, as one transaction; the firm's own entry, under the admin's real name, is in it.
 * @param firm from accessForDesk, when it concerns one
 */
export const asAdmin = <T>(
  platform: PlatformAccess,
  body: (deed: Deed) => Promise<T>,
  firm: Access | null = null,
): Promise<T> =>
  inDirectory(firm, ({ now, query, audit }) => {
    const keep = (fact: string, detail: Record<string, unknown>) =>
      query(
        `insert into directory.platform_entries (admin_id, admin, fact, tenant_id, detail, address, at)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          platform.admin?.id ?? null,
          nameOf(platform),
          fact,
          firm?.tenant.id ?? null,
          JSON.stringify(firm ? { tenant: firm.tenant.slug, ...detail } : detail),
          platform.address,
          now,
        ],
      );
    return body({
      now,
      query,
      async record(fact, detail = {}, change = {}) {
        await keep(fact, detail);
        await audit(fact, detail, change);
      },
      async recordInFirm(fact, detail, verb) {
        await keep(fact, detail);
        if (!firm) return;
        const both = async (work: Work) => {
          await verb(work);
          await work.audit(fact, detail);
        };
        await withTenant(firm, both, { stillOpen: true });
      },
    });
  });
