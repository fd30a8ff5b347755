import { afterAll, beforeAll, expect, it } from 'vitest';
import { useDatabase } from '@/db/client';
import { testDatabase } from '@/db/test-database';
import { listFeeds } from '@/domain/feeds/read-feeds';
import { eraseNow } from '@/domain/leaving/erase-now';
import { listMilestones } from '@/domain/milestones/list-milestones';
import { listNotes } from '@/domain/notes/list-notes';
import { createTenant } from '@/domain/tenants/create-tenant';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { type Work, withTenant } from '@/domain/work';
import { env } from '@/lib/env';
import type { Load } from './feed-plan';
import { type DemoTenant, foundedDemo, seedTenant } from './seed-tenant';
import { takeIn } from './take-in';

const db = await testDatabase();
const environment = env();
const url = Object.getOwnPropertyDescriptor(environment, 'DATABASE_URL')!;
beforeAll(() => {
  useDatabase(db);
  Object.defineProperty(environment, 'DATABASE_URL', { value: db.ownerUrl, configurable: true });
});
afterAll(async () => {
  Object.defineProperty(environment, 'DATABASE_URL', url);
  await db.drop();
});

const orders: Load = {
  kind: 'records',
  record: 'order',
  rows: [1, 2, 3].map((n) => ({
    number: `A-${n}`,
    channel: 'website',
    placed_at: `2026-03-0${n}T10:00:00Z`,
    ship_country: 'DE',
    currency: 'EUR',
    gross: '10.00',
  })),
};
const sales: Load = {
  kind: 'file',
  fileName: 'sales.csv',
  bytes: Buffer.from('no,at,country,sku,qty,price\nB-1,2026-03-05,DE,X,1,5.00\nB-2,2026-03-06,Atlantis,X,1,5.00\n'),
  mapping: {
    target: 'sales_lines',
    columns: {
      order_number: 'no',
      placed_at: 'at',
      country: 'country',
      sku: 'sku',
      quantity: 'qty',
      unit_price: 'price',
    },
    constants: { currency: 'EUR', channel: 'website' },
    timezone: 'UTC',
  },
};
const small = (slug: string): DemoTenant => ({
  slug,
  name: 'Small demo',
  zone: 'UTC',
  currency: 'EUR',
  locale: 'en',
  people: (['owner', 'viewer'] as const).map((role) => ({
    email: `${role}@${slug}.example`,
    password: 'lantern-1234-5678',
    tenant: slug,
    role,
    locale: 'en',
    title: role,
  })),
  feeds: async () => [{ name: 'All', connector: 'file', loads: [orders, sales] }],
  roadmap: () => ({
    began: '2026-01-01',
    owners: { E07: 'Channels' },
    own: [{ kpi: 'E01', title: 'Own', target: 0.4, dueOn: '2099-01-01' }],
  }),
  notes: () => [{ day: '2026-03-01', text: 'Opened' }],
});

const inTenant = async <T>(slug: string, verb: (work: Work) => Promise<T>): Promise<T> =>
  withTenant((await accessForOperator(slug))!, verb);
const counts = (slug: string) =>
  inTenant(slug, async (work) => ({
    orders: (await work.query('select from app.orders where tenant_id = $1', [work.tenant.id])).length,
    runs: (await work.query('select from app.runs where tenant_id = $1', [work.tenant.id])).length,
    rejects: (await listFeeds(work)).map((f) => f.openRejects),
    measured: (await work.query('select from app.measurements where tenant_id = $1 limit 1', [work.tenant.id])).length,
    milestones: (await listMilestones(work)).length,
    notes: (await listNotes(work, { from: '2026-01-01', to: '2027-01-01' })).length,
  }));

it('seeds a tenant once, from its feeds to its roadmap', async () => {
  const lines: string[] = [];
  await seedTenant(small('seed-once'), (line) => lines.push(line));
  expect(lines).toEqual(['Small demo: All (1 of 1)', 'Small demo: computing the KPIs']);
  const seeded = await counts('seed-once');
  expect(seeded).toMatchObject({ orders: 4, runs: 2, rejects: [1], measured: 1, notes: 1 });
  const road = await inTenant('seed-once', (work) => listMilestones(work));
  expect(road.find((m) => m.kpi === 'E07')).toMatchObject({ startOn: '2026-01-01', owner: 'Channels' });
  expect(road.find((m) => m.title.en === 'Own')).toMatchObject({ target: 0.4 });
  await seedTenant(small('seed-once'), (line) => lines.push(line));
  expect(lines).toHaveLength(2);
  expect(await counts('seed-once')).toEqual(seeded);
});

it('goes on where it was interrupted, and sends nothing twice', async () => {
  const tenant = small('seed-again');
  await createTenant({ ...tenant, ownerEmail: tenant.people[0]!.email, password: tenant.people[0]!.password });
  const access = (await accessForOperator('seed-again'))!;
  await takeIn(access, { name: 'All', connector: 'file', loads: [orders] });
  await seedTenant(tenant, () => {});
  expect(await counts('seed-again')).toMatchObject({ orders: 4, runs: 2 });
});

it('leaves a tenant of somebody else alone', async () => {
  await createTenant({
    name: 'A firm',
    slug: 'seed-other',
    ownerEmail: 'boss@firm.example',
    password: 'a long password',
  });
  const lines: string[] = [];
  await seedTenant(small('seed-other'), (line) => lines.push(line));
  expect(lines).toEqual(['seed-other: another tenant has this name, so the demo leaves it alone']);
  expect(await counts('seed-other')).toMatchObject({ orders: 0, runs: 0 });
  expect(await foundedDemo('seed-other', 'owner@seed-other.example')).toBeNull();
});

it('a seeded tenant is erased with all it has, and is seeded anew', async () => {
  await seedTenant(small('seed-erase'), () => {});
  const access = (await accessForOperator('seed-erase'))!;
  const before = await counts('seed-once');
  await eraseNow(access, async () => 0);
  expect(await accessForOperator('seed-erase')).toBeNull();
  expect(await foundedDemo('seed-erase', 'owner@seed-erase.example')).toBeNull();
  expect(await counts('seed-once')).toEqual(before);
  await seedTenant(small('seed-erase'), () => {});
  expect(await counts('seed-erase')).toMatchObject({ orders: 4, runs: 2 });
});
