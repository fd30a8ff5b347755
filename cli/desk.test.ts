import { afterAll, beforeAll, expect, test } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { operatorAtDesk } from '@/domain/platform/access';
import { listEntries } from '@/domain/platform/list-entries';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { run } from './run';

let db: Awaited<ReturnType<typeof testDatabase>>;
beforeAll(async () => {
  db = await testDatabase();
  useDatabase(db);
});
afterAll(() => db.drop());

async function fairway(...words: string[]) {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const code = await run([...words, '--json'], { out: say, error: say }, 'en');
  return { code, data: JSON.parse(said.join('')) };
}

test('admins are made and unmade, firms suspended and resumed, and each is kept under the operator’s name', async () => {
  const created = ['tenant', 'create', '--name', 'Reed', '--slug', 'reed', '--owner', 'reed@example.com'];
  expect((await fairway(...created)).code).toBe(0);
  expect((await fairway('admin', 'grant', '--email', 'nobody@example.com')).data.error.code).toBe('person_unknown');
  expect((await fairway('admin', 'grant', '--email', 'reed@example.com')).data.granted).toBe(true);
  expect((await fairway('admin', 'list')).data.data).toEqual([{ email: 'reed@example.com', authenticator: false }]);
  expect((await fairway('admin', 'revoke', '--email', 'reed@example.com')).data.revoked).toBe(true);

  const suspend = ['tenant', 'suspend', '--slug', 'reed', '--reason', 'unpaid', '--grace-days'];
  expect((await fairway(...suspend, 'soon')).data.error).toMatchObject({
    code: 'grace_out_of_range',
    field: 'graceDays',
  });
  expect((await fairway(...suspend, '0')).data).toMatchObject({ slug: 'reed', status: 'suspended' });
  expect((await accessForOperator('reed'))!.tenant.standing).toMatchObject({ status: 'suspended', reason: 'unpaid' });
  expect((await fairway('tenant', 'resume', '--slug', 'reed')).code).toBe(0);
  expect((await accessForOperator('reed'))!.tenant.standing.status).toBe('active');
  expect((await fairway('tenant', 'resume', '--slug', 'reed')).data.error.code).toBe('tenant_not_suspended');
  const { rows } = await listEntries(operatorAtDesk());
  expect(rows.map((entry) => [entry.admin, entry.fact])).toEqual([
    ['operator', 'tenant.resumed'],
    ['operator', 'tenant.suspended'],
    ['operator', 'admin.revoked'],
    ['operator', 'admin.granted'],
  ]);
});
