import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { renderDigest } from '@/emails/digest';
import { now } from '@/lib/clock';
import { addDays, localDay } from '@/lib/day';
import { setAnchors } from '../../anchors/set-anchors';
import { readStanding } from '../../measurements/read-standing';
import { recompute } from '../../measurements/recompute';
import { createMilestone } from '../../milestones/create-milestone';
import { type Access, noLimits } from '../../tenants/access';
import { ingest, ingestRecords, testFeed, testTenant } from '../../test-tenant';
import { setWeights } from '../../weights/set-weights';
import { withTenant } from '../../work';
import type { Reader } from '../readers';
import { composeDigest } from './compose-digest';

ownDatabase();
let access: Access;
let today: string;

beforeAll(async () => {
  access = await testTenant();
  today = localDay(now(), 'Asia/Shanghai');
  await ingestRecords(access, await testFeed(access, 'Steps', 'records'), 'process_event', steps());
  await recompute(access);
});

const reader = (locale: 'en' | 'zh-CN'): Reader => ({
  id: '0',
  email: 'reader@example.com',
  name: null,
  role: 'viewer',
  locale,
  limits: noLimits,
  zone: 'Asia/Shanghai',
});

const compose = (digest: 'daily' | 'weekly', locale: 'en' | 'zh-CN' = 'en') =>
  withTenant(access, (work) => composeDigest(work, { digest, reader: reader(locale), day: today, token: 'token' }));

/** 56 days of steps, all automated, but for the customs papers of the last 28 days: a hand does half of those. */
function steps(): object[] {
  return Array.from({ length: 56 }, (_, age) =>
    ['fulfilment', 'customs_docs', 'tracking'].flatMap((process) =>
      [0, 1, 2, 3].map((n) => ({
        case_id: `case-${age}-${n}`,
        process,
        step: 'handle',
        resource_kind: process === 'customs_docs' && age < 28 && n < 2 ? 'human' : 'system',
        department: process === 'customs_docs' ? 'Customs desk' : 'Warehouse',
        started_at: `${addDays(today, -age)}T00:00:0${n}+08:00`,
      })),
    ),
  ).flat();
}

test('a change is told with its size, its comparison and the group behind it', async () => {
  const { changes, data } = await compose('daily');
  expect(data).toMatchObject({
    feeds: 1,
    awaited: 1,
    late: [],
    openRejects: 0,
    lastDay: today,
    measured: 1,
    compared: 1,
    kpis: 7,
  });
  expect(changes).toHaveLength(1);
  const [line] = changes;
  expect(line).toMatchObject({
    title: 'Automation coverage',
    unit: '%',
    window: '28d',
    better: false,
    previous: { day: addDays(today, -28), value: 100 },
  });
  // 28 days of 12 steps; 2 of each day's 4 customs papers are done by hand.
  expect(line!.value).toBeCloseTo((100 * (12 - 2)) / 12, 8);
  expect(line!.cause).toMatchObject({ of: 'value', from: 100, to: 50 });
  expect(['customs_docs', 'customs_docs · handle', 'Customs desk']).toContain(line!.cause!.key);
  const { text } = renderDigest(await compose('daily'));
  expect(text).toContain('* Automation coverage: 83.3% (worse: -16.7 pts)');
});

test('a weekly one tells how much is measured, and that the weights are others than a week ago', async () => {
  const before = await compose('weekly');
  expect(before.weekly!.mechanisms[1]!.coverage).toBeCloseTo(1 / 3, 9);
  expect(renderDigest(before).text).toContain('33% of its KPIs are measured');
  expect(before.weekly!.reweighedOn).toBeNull();
  const ecosystem = [{ more: 'independence', less: 'market-spread', times: 3 }];
  await withTenant(access, (work) => setWeights(work, { levels: { ecosystem } }));
  const after = await compose('weekly');
  expect(after.weekly!.reweighedOn).toBe(today);
  expect(renderDigest(after).text).toContain('the scores of a week ago were made by the earlier ones');
});

test('and that KPIs are scored by other anchors', async () => {
  expect((await compose('weekly')).weekly!.reanchored).toEqual([]);
  await withTenant(access, (work) => setAnchors(work, { kpi: 'C01', anchors: { floor: 1, pass: 2, target: 3 } }));
  const after = await compose('weekly', 'zh-CN');
  expect(after.weekly!.reanchored).toEqual(['流程自动化覆盖率']);
  expect(renderDigest(after).text).toContain('计分线有调整的指标：流程自动化覆盖率');
});

test('the action follows the rule: rejected rows before a late feed, a weak KPI, a milestone', async () => {
  expect((await compose('daily')).action).toMatchObject({ kind: 'none' });
  await withTenant(access, (work) =>
    createMilestone(work, {
      stage: 1,
      kpi: 'automation-coverage',
      title: 'No hand on customs papers',
      target: 99,
      startOn: addDays(today, -20),
      dueOn: addDays(today, 20),
    }),
  );
  const slipping = await compose('weekly');
  expect(slipping.action).toMatchObject({ kind: 'milestone', milestone: 'No hand on customs papers' });
  expect(slipping.milestones).toMatchObject({ total: 1, lines: [{ title: 'No hand on customs papers' }] });
  expect(slipping.weekly!.due.map((part) => part.lines.length)).toEqual([1, 0, 0]);
  expect(slipping.weekly!.overdue).toEqual([]);
  expect(slipping.weekly!.mechanisms).toHaveLength(3);

  const orders = await testFeed(access, 'Orders <b>');
  expect((await compose('daily')).action).toMatchObject({ kind: 'late_feed', feed: 'Orders <b>', hours: null });
  const day = addDays(today, -5);
  await ingest(access, orders, `no,at,amount\n1,${day},9.50\n2,${day},x\n`, {
    target: 'order',
    columns: { number: 'no', placed_at: 'at', gross: 'amount' },
    constants: { currency: 'CNY' },
  });
  const rejecting = await compose('daily', 'zh-CN');
  expect(rejecting.action).toMatchObject({ kind: 'rejects', count: 1, feed: 'Orders <b>' });
  expect(rejecting.data.openRejects).toBe(1);
  expect(rejecting.data.late).toMatchObject([{ name: 'Orders <b>', silent: true }]);
  const { html, text } = renderDigest(rejecting);
  expect(html).not.toContain('<b>');
  expect(text).toContain('Orders <b>');
});

test('a weekly one holds no score against one of a week ago that rests on too few days', async () => {
  const young = await testTenant();
  const orders = (from: number) =>
    Array.from({ length: from + 1 }, (_, age) => ({
      ...{ source_id: `o${age}`, number: `o${age}`, channel: 'shop', ship_country: 'DE', currency: 'CNY', gross: '10' },
      placed_at: `${addDays(today, -age)}T00:00:00+08:00`,
    }));
  await ingestRecords(young, await testFeed(young, 'Shop', 'records'), 'order', orders(9));
  await recompute(young);
  const { weekly, scores } = await withTenant(young, async (work) => ({
    scores: (await readStanding(work, { at: addDays(today, -7) })).scores,
    weekly: (await composeDigest(work, { digest: 'weekly', reader: reader('en'), day: today, token: 'token' })).weekly!,
  }));
  const ecosystem = weekly.mechanisms.find((m) => m.mechanism === 'ecosystem')!;
  expect(ecosystem.score).not.toBeNull();
  expect(scores.mechanisms.find((m) => m.mechanism === 'ecosystem')!.score).not.toBeNull();
  expect(ecosystem.before).toBeNull();
});
