import type pg from 'pg';
import { database } from '@/db/client';
import { inTransaction } from '@/db/in-transaction';
import { now } from '@/lib/clock';
import { type Change, writeEntry } from './audit/write-entry';
import type { Access } from './tenants/access';

export type DirectoryQuery = <T extends object = Record<string, unknown>>(
  text: string,
  params?: unknown[],
) => Promise<T[]>;

/** One transaction on the directory: what a firm may not change by itself, such as how it stands with the platform. */
export interface DirectoryWork {
  /** The instant of this transaction; the same for everything in it. */
  readonly now: Date;
  readonly query: DirectoryQuery;
  /** Adds a fact (past tense) to the firm's own log, in this transaction. */
  audit(fact: string, detail?: Record<string, unknown>, change?: Change): Promise<void>;
}

/**
 * Runs a change of the directory as one transaction, with the entry in the log of the firm that it concerns: neither is there
 * without the other. The directory's role can add to that log and do nothing else with it.
 * @param who from one of the ways into the firm; null when it concerns none
 */
export async function inDirectory<T>(
  who: Pick<Access, 'tenant' | 'actor' | 'acting'> | null,
  body: (work: DirectoryWork) => Promise<T>,
): Promise<T> {
  const at = now();
  return inTransaction(database().pool('fairway_directory'), who?.tenant.id ?? null, (client) => {
    const query: DirectoryQuery = async <R extends object>(text: string, params: unknown[] = []) =>
      (await client.query<R & pg.QueryResultRow>(text, params)).rows as R[];
    return body({
      now: at,
      query,
      audit: async (fact, detail, change) => {
        if (who) await writeEntry(query, who, at, fact, detail, change);
      },
    });
  });
}
