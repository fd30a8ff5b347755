import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { testTenant } from '@/domain/test-tenant';
import { client, keyFor } from './test-client';

ownDatabase();
let owner: ReturnType<typeof client>;
beforeAll(async () => {
  owner = client(await keyFor(await testTenant(), 'owner'));
});

const ecosystem = [{ more: 'independence', less: 'market-spread', times: 3 }];
const level = (body: { levels: { level: string }[] }, id: string) => body.levels.find((one) => one.level === id);

test('weights are set by judgements, in force at once, told by the scores, and kept by version', async () => {
  expect((await owner('GET', '/weights')).body).toMatchObject({ version: 0, startsOn: null, setBy: null });
  const made = await owner('POST', '/weights', { body: { levels: { ecosystem }, reason: 'Brand first', after: 0 } });
  expect(made.status).toBe(201);
  expect(made.body).toMatchObject({ version: 1, reason: 'Brand first', setBy: 'test owner' });
  expect(level(made.body, 'ecosystem')).toEqual({
    level: 'ecosystem',
    basis: 'judged',
    weights: [
      { member: 'independence', weight: expect.closeTo(0.75, 9) },
      { member: 'market-spread', weight: expect.closeTo(0.25, 9) },
    ],
    judgements: ecosystem,
    ratio: 0,
  });
  expect((await owner('GET', '/weights')).body).toEqual(made.body);
  expect((await owner('GET', '/weights?at=2020-01-01')).body.version).toBe(0);

  const scores = (await owner('GET', '/scores')).body;
  expect(scores.weights).toEqual({ version: 1, startsOn: made.body.startsOn });
  const [, , third] = scores.mechanisms;
  expect(third).toMatchObject({ mechanism: 'ecosystem', weight: expect.closeTo(1 / 3, 9) });
  expect(third.groups[0]).toMatchObject({
    group: 'independence',
    weight: expect.closeTo(0.75, 9),
    kpis: [{ kpi: 'E01', weight: 1 }],
  });

  expect((await owner('POST', '/weights', { body: { levels: {} } })).body).toMatchObject({ version: 2 });
  const first = await owner('GET', '/weights/versions?limit=1');
  expect(first.body.data.map((one: { version: number }) => one.version)).toEqual([2]);
  const rest = await owner('GET', `/weights/versions?limit=1&cursor=${first.body.next}`);
  expect(rest.body).toEqual({ data: [made.body], next: null });
});

test('what does not fit together is refused with a sentence, and so is what nobody can use', async () => {
  const contradicting = await owner('POST', '/weights', {
    body: {
      levels: {
        index: [
          { more: 'data-driven', less: 'collaboration', times: 9 },
          { more: 'collaboration', less: 'ecosystem', times: 9 },
          { more: 'ecosystem', less: 'data-driven', times: 9 },
        ],
      },
    },
  });
  expect([contradicting.status, contradicting.body.type]).toEqual([422, '/problems/weights_inconsistent']);
  expect(contradicting.body.detail).toMatch(/“.+” fits the others least/);
  const late = await owner('POST', '/weights', { body: { levels: {}, after: 0 } });
  expect([late.status, late.body.type]).toEqual([409, '/problems/weights_changed']);
  const half = await owner('POST', '/weights', {
    body: { levels: { ecosystem: [{ more: 'independence', less: 'market-spread', times: 1.5 }] } },
  });
  expect([half.status, half.body.type]).toEqual([422, '/problems/malformed']);
  const cursor = Buffer.from('["x"]').toString('base64url');
  expect((await owner('GET', `/weights/versions?cursor=${cursor}`)).status).toBe(422);
});
