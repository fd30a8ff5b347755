import pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import type { Access } from '../tenants/access';
import { testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';

const db = ownDatabase();

/** A tenant with rows that no load has gathered statistics of. */
async function withProducts(): Promise<Access> {
  const access = await testTenant();
  const feed = await testFeed(access);
  await withTenant(access, (work) =>
    work.query(
      `insert into app.products (tenant_id, feed_id, source_id, title)
       select $1, $2, 'p' || n, 'Lamp ' || n from generate_series(1, 50) n`,
      [access.tenant.id, feed],
    ),
  );
  return access;
}

test('a large table is sampled again for a tenant that its statistics do not know, and not for one that they do', async () => {
  const owner = new pg.Client({ connectionString: db.ownerUrl });
  await owner.connect();
  onTestFinished(() => owner.end());
  const sampled = async (access: Access) => {
    // As if every table were large.
    await withTenant(access, (work) => work.query("select app.refresh_statistics(array['products'], 0)"));
    const { rows } = await owner.query<{ known: string }>(
      "select most_common_vals::text as known from pg_stats where schemaname = 'app' and tablename = 'products' and attname = 'tenant_id'",
    );
    return rows[0]?.known ?? '';
  };
  const first = await withProducts();
  expect(await sampled(first)).toContain(first.tenant.id);
  const second = await withProducts();
  expect(await sampled(first)).not.toContain(second.tenant.id);
  expect(await sampled(second)).toContain(second.tenant.id);
});
