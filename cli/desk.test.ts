import { expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { recoveryCodesLeft } from '@/domain/members/recovery-codes';
import { completeReset } from '@/domain/members/reset-password';
import { openSession, pendingUser, sessionUser } from '@/domain/members/sessions';
import { verifyPassword } from '@/domain/members/verify-password';
import { operatorAtDesk } from '@/domain/platform/access';
import { listEntries } from '@/domain/platform/list-entries';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { run } from './run';

ownDatabase();

async function fairway(...words: string[]) {
  const said: string[] = [];
  const say = (text: string) => said.push(text);
  const code = await run([...words, '--json'], { out: say, error: say }, 'en');
  return { code, data: JSON.parse(said.join('')) };
}

test('whoever cannot get in gets a link, loses a lost authenticator, and has all sessions ended', async () => {
  const email = 'willow@example.com';
  await fairway('tenant', 'create', '--name', 'Willow', '--slug', 'willow', '--owner', email);
  const [person] = await directoryQuery<{ id: string }>('select id from directory.users where email = $1', [email]);
  for (const verb of ['reset', 'unlock', 'signout'])
    expect((await fairway('account', verb, '--email', 'nobody@example.com')).data.error.code).toBe('person_unknown');

  const { link } = (await fairway('account', 'reset', '--email', email)).data;
  await completeReset(/\/reset\/([\w-]{43})$/.exec(link)![1]!, 'quiet harbour lantern 42', 'en');
  expect(await verifyPassword({ email, password: 'quiet harbour lantern 42', from: null })).not.toBeNull();

  expect((await fairway('account', 'unlock', '--email', email)).data).toEqual({ email, removed: false });
  await directoryQuery("insert into directory.authenticators (user_id, secret, confirmed_at) values ($1, 'x', now())", [
    person!.id,
  ]);
  await directoryQuery("insert into directory.recovery_codes (user_id, hash) values ($1, 'x')", [person!.id]);
  const waiting = await openSession(person!.id);
  expect((await fairway('account', 'unlock', '--email', email)).data).toEqual({ email, removed: true });
  expect(await pendingUser(waiting)).toBeNull();
  expect(await sessionUser(waiting)).toBeNull();
  expect(await recoveryCodesLeft(person!.id)).toBe(0);
  const letters = await directoryQuery<{ letter: string }>('select letter from directory.letters where email = $1', [
    email,
  ]);
  expect(letters.map(({ letter }) => letter)).toContain('authenticator-removed');

  const open = [await openSession(person!.id), await openSession(person!.id)];
  expect((await fairway('account', 'signout', '--email', email)).data).toEqual({ email, ended: 2 });
  for (const token of open) expect(await sessionUser(token)).toBeNull();
  const { rows } = await listEntries(operatorAtDesk(), { fact: 'account.' });
  expect(rows.map((entry) => [entry.fact, entry.detail.email])).toEqual([
    ['account.sessions_ended', email],
    ['account.authenticator_removed', email],
    ['account.authenticator_removed', email],
    ['account.password_link', email],
  ]);
});

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
  const { rows } = await listEntries(operatorAtDesk(), { tenant: 'reed' });
  const admins = await listEntries(operatorAtDesk(), { fact: 'admin.' });
  expect([...rows, ...admins.rows].map((entry) => [entry.admin, entry.fact])).toEqual([
    ['operator', 'tenant.resumed'],
    ['operator', 'tenant.suspended'],
    ['operator', 'admin.revoked'],
    ['operator', 'admin.granted'],
  ]);
});
