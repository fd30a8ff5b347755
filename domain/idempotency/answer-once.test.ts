import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import type { Access } from '../tenants/access';
import { testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { answerOnce, forgetAnswers, keptHours } from './answer-once';

ownDatabase();
let tenant: Access;
beforeAll(async () => {
  tenant = await testTenant();
});

let deeds = 0;
const once = (key: string, hash = 'a request') =>
  withTenant(tenant, (work) => answerOnce(work, key, hash, async () => ({ status: 201, body: { deed: ++deeds } })));
const age = (key: string, hours: number) =>
  withTenant(tenant, (work) =>
    work.execute(
      'update app.idempotency_keys set created_at = created_at - make_interval(hours => $3) where tenant_id = $1 and key = $2',
      [tenant.tenant.id, key, hours],
    ),
  );

test('an answer is kept for a day, then the key is free again', async () => {
  const first = await once('k');
  expect(first).toEqual({ status: 201, body: { deed: 1 }, repeated: false });
  expect(await once('k')).toEqual({ ...first, repeated: true });
  await age('k', keptHours - 1);
  await expect(once('k', 'another request')).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  await age('k', 2);
  expect(await once('k', 'another request')).toEqual({ status: 201, body: { deed: 2 }, repeated: false });
});

test('a deed that fails is undone with its key', async () => {
  const fails = withTenant(tenant, (work) =>
    answerOnce(work, 'f', 'x', async () => {
      await work.audit('something.done');
      throw new Error('no');
    }),
  );
  await expect(fails).rejects.toThrow('no');
  expect((await once('f', 'y')).repeated).toBe(false);
  const audited = await withTenant(tenant, (work) =>
    work.query("select from app.audit_entries where fact = 'something.done'"),
  );
  expect(audited).toEqual([]);
});

test('old answers are forgotten, young ones kept', async () => {
  await once('old');
  await once('young');
  await age('old', keptHours + 1);
  expect(await withTenant(tenant, forgetAnswers)).toBe(1);
  expect((await once('young')).repeated).toBe(true);
});
