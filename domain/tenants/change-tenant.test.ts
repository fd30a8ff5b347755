import { expect, it } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { startRecordsRun } from '../ingest/start-run';
import { testFeed, testTenant, uploadText } from '../test-tenant';
import { type Work, withTenant } from '../work';
import type { Access } from './access';
import { changeTenant, readFirm } from './change-tenant';

ownDatabase();

const change = (access: Access, input: Parameters<typeof changeTenant>[1]) =>
  withTenant(access, (work: Work) => changeTenant(work, input));
const refusal = (promise: Promise<unknown>) => promise.then(() => null).catch((error) => [error.code, error.field]);

it('changes what is named, writes down before and after, and nothing when nothing changed', async () => {
  const access = await testTenant();
  await change(access, { name: ' Blue  Harbour ', sells: 'lamps', markets: 'Germany, FR，日本' });
  await change(access, { name: 'Blue Harbour' });
  const firm = await withTenant(access, readFirm);
  expect(firm).toMatchObject({ name: 'Blue Harbour', sells: 'lamps', markets: ['DE', 'FR', 'JP'], fixed: false });
  const entries = await withTenant(access, (work) =>
    work.query<{ before: object; after: object }>(
      `select before, after from app.audit_entries where tenant_id = $1 and fact = 'tenant.changed'`,
      [access.tenant.id],
    ),
  );
  expect(entries).toHaveLength(1);
  expect(entries[0]).toMatchObject({ before: { name: access.tenant.name }, after: { name: 'Blue Harbour' } });
  await change(access, { sells: ' ', markets: '' });
  expect(await withTenant(access, readFirm)).toMatchObject({ sells: null, markets: [] });
});

it('names the field of what cannot be', async () => {
  const access = await testTenant();
  expect(await refusal(change(access, { name: '' }))).toEqual(['name_missing', 'name']);
  expect(await refusal(change(access, { name: 'x'.repeat(10_000) }))).toEqual(['name_too_long', 'name']);
  expect(await refusal(change(access, { name: 'ok\u202e' }))).toEqual(['name_tricky', 'name']);
  expect(await refusal(change(access, { markets: 'Germany, Atlantis' }))).toEqual(['market_unknown', 'markets']);
  expect(await refusal(change(access, { locale: 'fr' }))).toEqual(['locale_unknown', 'locale']);
  expect(await refusal(change(access, { zone: 'Mars/Base' }))).toEqual(['zone_unknown', 'zone']);
  expect(await refusal(change(access, { currency: 'ZZZ' }))).toEqual(['currency_unknown', 'currency']);
  const analyst: Access = { ...access, actor: { ...access.actor, role: 'analyst' } };
  expect(await refusal(change(analyst, { name: 'x' }))).toEqual(['forbidden', undefined]);
});

it('zone and currency can be changed until data comes in', async () => {
  const access = await testTenant();
  await change(access, { zone: 'Europe/Berlin', currency: 'EUR' });
  const upload = await uploadText(access, '{"source_id":"a","name":"a","kind":"social"}', 'a.ndjson');
  const feed = await testFeed(access, 'records', 'records');
  await withTenant(access, (work) => startRecordsRun(work, { feedId: feed, record: 'channel', upload }));
  expect(await withTenant(access, readFirm)).toMatchObject({ zone: 'Europe/Berlin', currency: 'EUR', fixed: true });
  expect(await refusal(change(access, { zone: 'Asia/Tokyo' }))).toEqual(['zone_fixed', 'zone']);
  expect(await refusal(change(access, { currency: 'JPY' }))).toEqual(['currency_fixed', 'currency']);
  await change(access, { zone: 'Europe/Berlin', currency: 'EUR', name: 'Still editable' });
});
