import { expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { executeRun } from '../ingest/execute-run';
import { startRun } from '../ingest/start-run';
import type { Access } from '../tenants/access';
import { testFeed, testTenant, uploadText } from '../test-tenant';
import { withTenant } from '../work';
import { recompute } from './recompute';

ownDatabase();

const sql = <Row extends object>(access: Access, text: string) =>
  withTenant(access, (work) => work.query<Row>(text, [access.tenant.id]));

/** Orders of four days, more than one page of them. */
const file = ['order,at', ...Array.from({ length: 20_100 }, (_, n) => `O${n},2026-02-0${1 + (n % 4)}`)].join('\n');

test('the days of a run are computed at its end, once, and not while it is being read', async () => {
  const access = await testTenant();
  const feedId = await testFeed(access);
  const upload = await uploadText(access, file);
  const { runId } = await withTenant(access, (work) =>
    startRun(work, {
      feedId,
      upload,
      mapping: {
        target: 'order',
        columns: { number: 'order', placed_at: 'at' },
        constants: { currency: 'CNY', channel: 'shop', gross: '5', ship_country: 'DE' },
        timezone: 'UTC',
      },
    }),
  );
  await executeRun(access, runId);
  expect(
    await sql(
      access,
      "select count(*)::int as n from app.outbox where tenant_id = $1 and job = 'measurements.refresh'",
    ),
  ).toEqual([{ n: 1 }]);

  const measured = () => sql(access, 'select day from app.measurements where tenant_id = $1 limit 1');
  await sql(access, "update app.runs set status = 'running', finished_at = null where tenant_id = $1");
  expect(await recompute(access)).toMatchObject({ days: 0 });
  expect(await measured()).toEqual([]);
  await sql(access, "update app.runs set status = 'succeeded', finished_at = now() where tenant_id = $1");
  expect((await recompute(access)).days).toBeGreaterThanOrEqual(4);
  expect(await measured()).toHaveLength(1);
});
