import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, beforeEach } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import type { Access } from '@/domain/tenants/access';
import { setRates, testTenant } from '@/domain/test-tenant';
import { env } from '@/lib/env';
import { client, keyFor } from './test-client';

/** What the tests of the API begin with, once a file: a database with rates, and for each test a fresh tenant with an owner's key. */
export function testApi() {
  const db = ownDatabase();
  let tenant: Access;
  let key: string;
  beforeAll(async () => {
    await setRates(db, [
      ['GBP', '2026-03-01', 0.85],
      ['EUR', '2026-03-01', 1],
      ['CNY', '2026-03-01', 7.8],
    ]);
  });
  beforeEach(async () => {
    tenant = await testTenant({ currency: 'EUR', zone: 'Europe/London' });
    key = await keyFor(tenant, 'owner');
  });

  const call: ReturnType<typeof client> = (...asked) => client(key)(...asked);
  return {
    tenant: (): Access => tenant,
    key: (): string => key,
    /** Calls with the owner's key. */
    call,
    newFeed: async (connector = 'file'): Promise<string> =>
      (await call('POST', '/feeds', { body: { connector, name: `feed ${Math.random()}` } })).body.id,
    /** Names of the files that the tenant has stored. */
    uploads: (): string[] => {
      try {
        return readdirSync(join(env().FAIRWAY_DATA_DIR, 'uploads', tenant.tenant.id));
      } catch {
        return [];
      }
    },
  };
}
