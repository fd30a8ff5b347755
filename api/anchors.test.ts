import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { testTenant } from '@/domain/test-tenant';
import { client, keyFor } from './test-client';

ownDatabase();
let owner: ReturnType<typeof client>;
beforeAll(async () => {
  owner = client(await keyFor(await testTenant(), 'owner'));
});

const path = '/kpis/D01/anchors';
const own = { floor: 0.5, pass: 0.2, target: 0.1 };

test('anchors are set beside the default, in force at once, told by the value, and kept by version', async () => {
  const before = (await owner('GET', path)).body;
  expect(before).toMatchObject({ version: 0, startsOn: null, own: null });
  const made = await owner('POST', path, { body: { anchors: own, reason: 'One ERP', after: 0 } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ version: 1, setBy: 'test owner', reason: 'One ERP', own, anchors: own });
  expect((await owner('GET', '/kpis/data-silo-index/anchors')).body).toEqual(made.body);
  expect((await owner('GET', `${path}?at=2020-01-01`)).body.version).toBe(0);
  expect((await owner('GET', '/kpis/D01')).body.anchors).toEqual({
    ...own,
    version: 1,
    startsOn: made.body.startsOn,
  });
  // The catalogue keeps telling the default.
  const { data } = (await owner('GET', '/kpis')).body;
  expect(data.find((k: { code: string }) => k.code === 'D01').anchors).toEqual(before.anchors);

  expect((await owner('POST', path, { body: { anchors: null } })).body).toMatchObject({ version: 2, own: null });
  expect((await owner('GET', '/kpis/D01')).body.anchors).toEqual({ ...before.anchors, version: null, startsOn: null });
  const first = await owner('GET', `${path}/versions?limit=1`);
  expect(first.body.data.map((one: { version: number }) => one.version)).toEqual([2]);
  const rest = await owner('GET', `${path}/versions?limit=1&cursor=${first.body.next}`);
  expect([rest.body.data.map((one: { version: number }) => one.version), rest.body.next]).toEqual([[1], null]);
});

test('what cannot be is refused by name', async () => {
  const post = async (kpi: string, body: object) => (await owner('POST', `/kpis/${kpi}/anchors`, { body })).body;
  expect(await post('C07', { anchors: own })).toMatchObject({ type: '/problems/anchors_of_source' });
  expect(await post('D01', { anchors: { ...own, pass: 0.7 } })).toMatchObject({
    type: '/problems/anchors_order_lower',
    detail: expect.stringMatching(/^Less is better here, so pass must be below the floor/),
  });
  expect(await post('D01', { anchors: own, after: 1 })).toMatchObject({ type: '/problems/anchors_changed' });
});
