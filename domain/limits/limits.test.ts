import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { directoryQuery } from '@/db/client';
import { ownDatabase } from '@/db/test-own-database';
import { kpis } from '@/kpis/catalogue';
import { type Group, isSplitByChannel, mechanisms } from '@/kpis/kpi';
import { records } from '@/records/catalogue';
import { composeDigest } from '../digests/compose/compose-digest';
import { addDelivery } from '../digests/due-digests';
import { getDelivery, listDeliveries } from '../digests/list-deliveries';
import { readersOf } from '../digests/readers';
import { sendDigest } from '../digests/send-digest';
import { setSubscription } from '../digests/subscriptions';
import { listFeeds } from '../feeds/read-feeds';
import { countRejects } from '../ingest/count-rejects';
import { listRejects } from '../ingest/list-rejects';
import { listRuns } from '../ingest/read-runs';
import { mailboxFolder } from '../mail/mailbox-folder';
import { listRestatements } from '../measurements/list-restatements';
import { readAll } from '../measurements/read-all';
import { readEvidence } from '../measurements/read-evidence';
import { readKpi } from '../measurements/read-kpi';
import { readScores } from '../measurements/read-scores';
import { readSeries } from '../measurements/read-series';
import { changeMilestone } from '../milestones/change-milestone';
import { listMilestones } from '../milestones/list-milestones';
import { addNote } from '../notes/add-note';
import { listNotes } from '../notes/list-notes';
import { readRecords } from '../records/read-records';
import type { Access } from '../tenants/access';
import { accessForMember } from '../tenants/ways-in';
import { hiddenChannel, hiddenWord, lastDay, seenChannel, type TwoChannels, twoChannels } from '../test-two-channels';
import { type Work, withTenant } from '../work';

ownDatabase();
let firm: TwoChannels;
/** Limited to one channel; to both; to one mechanism. */
let north: Access;
let both: Access;
let ecosystem: Access;

beforeAll(async () => {
  firm = await twoChannels();
  north = await firm.member({ channels: [seenChannel] }, 'analyst');
  both = await firm.member({ channels: [seenChannel, hiddenChannel] });
  ecosystem = await firm.member({ mechanisms: ['ecosystem'] }, 'analyst');
});

const as = <T>(access: Access, verb: (work: Work) => Promise<T>): Promise<T> => withTenant(access, verb);
const limited = { code: 'limited', status: 403 };

/** All evidence rows of a part, page by page. */
async function rowsOf(access: Access, kpi: string, input: { window?: string; part?: string } = {}) {
  const rows: Record<string, unknown>[] = [];
  let cursor: string | undefined;
  let page: Awaited<ReturnType<typeof readEvidence>>;
  do {
    page = await as(access, (work) => readEvidence(work, { kpi, at: lastDay, cursor, limit: 7, ...input }));
    rows.push(...page.rows);
    cursor = page.next ?? undefined;
  } while (cursor);
  return { ...page, rows };
}

const split = kpis.filter(isSplitByChannel);

describe.each(split.map((k) => [k.code, k] as const))('%s of some channels', (code, k) => {
  test.each(k.windows)('is what its own rows say, %s', async (window) => {
    const reading = await as(north, (work) => readKpi(work, { kpi: code, window, at: lastDay }));
    expect(reading.value).not.toBeNull();
    expect(reading.score).not.toBeNull();
    const { rows, totals, reconciles } = await rowsOf(north, code, { window });
    expect(reconciles).toBe(true);
    expect(new Set(rows.map((row) => row.channel))).toEqual(new Set([seenChannel]));
    const groups = new Map<string, Group>();
    for (const row of rows) {
      const key = k.measure.dim ? String(row[k.measure.dim] ?? 'unknown') : '';
      const g = groups.get(key) ?? { num: 0, den: 0, rows: 0 };
      groups.set(key, { num: g.num + Number(row.num), den: g.den + Number(row.den), rows: g.rows + 1 });
    }
    const again = k.measure.finish(groups, { sources: 0, historyDays: 60 });
    expect(again.value).toBeCloseTo(reading.value!, 9);
    expect([again.numerator, again.denominator, rows.length]).toEqual([
      reading.numerator,
      reading.denominator,
      totals.rows,
    ]);
    const left = await rowsOf(north, code, { window, part: 'excluded' });
    expect(left.rows.length).toBe(Object.values(reading.excluded).reduce((sum, n) => sum + n, 0));
  });

  test('of all channels is the firm’s own value', async () => {
    const [all, mine] = await Promise.all(
      [firm.owner, both].map((access) => as(access, (work) => readKpi(work, { kpi: code, at: lastDay }))),
    );
    for (const field of ['value', 'numerator', 'denominator', 'sample', 'score', 'excluded'] as const)
      expect([field, mine![field]]).toEqual([field, all![field]]);
    const series = await Promise.all(
      [firm.owner, both].map((access) => as(access, (work) => readSeries(work, { kpi: code, to: lastDay }))),
    );
    expect(series[1]!.map((p) => [p.day, p.value])).toEqual(series[0]!.map((p) => [p.day, p.value]));
  });

  test('breaks down inside the channels', async () => {
    for (const by of k.dims) {
      const whole = await as(north, (work) => readKpi(work, { kpi: code, at: lastDay, by }));
      const rows = whole.by!.rows;
      expect(rows.reduce((sum, row) => sum + row.denominator, 0)).toBe(whole.denominator);
      if (by === 'channel') expect(rows.map((row) => row.key)).toEqual([seenChannel]);
    }
  });

  test('over time is the value of each day', async () => {
    const series = await as(north, (work) => readSeries(work, { kpi: code, to: lastDay }));
    const { day, value } = series.at(-3)!;
    const reading = await as(north, (work) => readKpi(work, { kpi: code, at: day }));
    expect(value).toBe(reading.value);
    const firmWide = await as(firm.owner, (work) => readKpi(work, { kpi: code, at: day }));
    expect(firmWide.denominator).not.toBe(reading.denominator);
  });
});

test.each(kpis.filter((k) => !isSplitByChannel(k)).map((k) => k.code))('%s is not told by channel', async (code) => {
  const reading = await as(north, (work) => readKpi(work, { kpi: code, at: lastDay }));
  expect(reading).toMatchObject({ value: null, reason: 'limited', numerator: 0, denominator: 0, score: null });
  expect(await as(north, (work) => readSeries(work, { kpi: code, to: lastDay }))).toEqual([]);
  const { rows, totals } = await rowsOf(north, code);
  expect([rows, totals.rows]).toEqual([[], 0]);
});

test('index and stage are of the whole firm', async () => {
  for (const access of [north, ecosystem]) {
    const scores = await as(access, (work) => readScores(work, { at: lastDay }));
    expect(scores.index).toMatchObject({ score: null, reason: 'limited', change: null });
    expect(scores.stage).toEqual({ stage: null, reason: 'limited', asMeasured: false, flags: [], gates: [] });
  }
  expect((await as(firm.owner, (work) => readScores(work, { at: lastDay }))).stage.stage).not.toBeNull();
});

test('of another mechanism there is nothing', async () => {
  const readings = await as(ecosystem, (work) => readAll(work, { at: lastDay }));
  const mine = kpis.filter((k) => k.mechanism === 'ecosystem').map((k) => k.code);
  expect(readings.map((r) => r.kpi)).toEqual(mine);
  const scores = await as(ecosystem, (work) => readScores(work, { at: lastDay }));
  expect(scores.mechanisms.map((m) => m.mechanism)).toEqual(['ecosystem']);
  const firmWide = await as(firm.owner, (work) => readScores(work, { at: lastDay }));
  expect(scores.mechanisms[0]).toEqual(firmWide.mechanisms.find((m) => m.mechanism === 'ecosystem'));
  for (const k of kpis.filter((one) => one.mechanism !== 'ecosystem')) {
    for (const verb of [readKpi, readSeries, readEvidence, listRestatements])
      await expect(as<unknown>(ecosystem, (work) => verb(work, { kpi: k.id }))).rejects.toMatchObject({
        code: 'not_found',
      });
    await expect(as(ecosystem, (work) => listMilestones(work, { kpi: k.id }))).rejects.toMatchObject({
      code: 'kpi_unknown',
    });
  }
});

test('every mechanism has a KPI, so a limit to one is never an empty page', () => {
  for (const mechanism of mechanisms) expect(kpis.some((k) => k.mechanism === mechanism)).toBe(true);
});

describe.each(records.map((r) => [r.name, r] as const))('rows of %s', (name, r) => {
  const all = async (access: Access) => (await as(access, (work) => readRecords(work, r, { limit: 500 }))).rows;

  test('are those of the reader’s channels', async () => {
    const [whole, mine] = [await all(firm.owner), await all(north)];
    expect(JSON.stringify(mine)).not.toMatch(new RegExp(hiddenWord, 'i'));
    const free = whole.filter((row) => !JSON.stringify(row).match(new RegExp(hiddenWord, 'i')));
    expect(mine).toEqual(free);
    if (name !== 'fx_rate') expect(mine.length).toBeGreaterThan(0);
  });

  test('are there when a KPI of the reader’s mechanisms names the record', async () => {
    const named = kpis.some((k) => k.mechanism === 'ecosystem' && [...k.follows, ...k.needs].includes(name));
    if (named) expect((await all(ecosystem)).length).toBeGreaterThan(0);
    else await expect(all(ecosystem)).rejects.toMatchObject(limited);
  });
});

test('what was not read in, and how, is for those who see the whole firm', async () => {
  for (const access of [north, ecosystem]) {
    for (const verb of [listRejects, countRejects])
      await expect(as<unknown>(access, (work) => verb(work, { runId: firm.run }))).rejects.toMatchObject(limited);
    const feeds = await as(access, listFeeds);
    const feed = feeds.find((one) => one.id === firm.feed)!;
    expect(feed).toMatchObject({ mapping: null, config: {}, lastRun: { source: null }, openRejects: 1 });
    expect(feed.freshness).toBeTruthy();
  }
});

test('runs are not offered in the order of their files to whoever is not told their names', async () => {
  const sortable = async (access: Access) => (await as(access, listRuns)).sortable;
  expect(await sortable(firm.owner)).toContain('file');
  for (const access of [north, ecosystem]) {
    expect(await sortable(access)).toContain('when');
    expect(await sortable(access)).not.toContain('file');
  }
});

test('a milestone is a promise of the whole firm', async () => {
  const [mine] = await as(north, (work) => listMilestones(work, { at: lastDay }));
  expect(mine).toMatchObject({ kpi: 'E01', target: 0.4, current: null, status: 'no_data', series: [], owner: null });
  expect(JSON.stringify(mine)).not.toContain(hiddenWord);
  await expect(as(north, (work) => changeMilestone(work, firm.milestone, { target: 0.5 }))).rejects.toMatchObject(
    limited,
  );
  const [theirs] = await as(ecosystem, (work) => listMilestones(work, { at: lastDay }));
  expect(theirs!.current).not.toBeNull();
  const collaboration = await firm.member({ mechanisms: ['collaboration'] }, 'analyst');
  expect(await as(collaboration, listMilestones)).toEqual([]);
  await expect(
    as(collaboration, (work) => changeMilestone(work, firm.milestone, { target: 0.5 })),
  ).rejects.toMatchObject({ code: 'not_found' });
});

test('remarks are one’s own', async () => {
  const { id } = await as(north, (work) => addNote(work, { day: '2026-02-11', text: 'seen' }));
  const range = { from: '2026-01-01', to: '2026-12-31' };
  expect((await as(north, (work) => listNotes(work, range))).map((note) => note.id)).toEqual([id]);
  expect(await as(ecosystem, (work) => listNotes(work, range))).toEqual([]);
  expect(await as(firm.owner, (work) => listNotes(work, range))).toHaveLength(2);
});

test('a digest is composed as its reader would read', async () => {
  const digestFor = (access: Access) =>
    as(firm.owner, async (work) => {
      const reader = (await readersOf(work.tenant, access.actor.id)).get(access.actor.id)!;
      return composeDigest(work, { digest: 'weekly', reader, day: lastDay, token: 'token' });
    });
  const theirs = await digestFor(north);
  expect(JSON.stringify(theirs)).not.toMatch(new RegExp(hiddenWord, 'i'));
  expect(theirs.weekly).toMatchObject({ index: null, indexBefore: null, stage: null });
  expect(theirs.data.measured).toBe(split.length);
  const one = await digestFor(ecosystem);
  expect(one.weekly!.mechanisms.map((m) => m.mechanism)).toEqual(['ecosystem']);
  expect(one.data.kpis).toBe(kpis.filter((k) => k.mechanism === 'ecosystem').length);
});

test('a digest from before the limit is not shown again, one composed within it is', async () => {
  const reader = await firm.member({});
  const id = reader.actor.id;
  const transport = mailboxFolder(mkdtempSync(join(tmpdir(), 'fairway-limits-')));
  await as(reader, (work) => setSubscription(work, { digest: 'daily' }));
  const send = async (period: string) => {
    const delivery = (await as(firm.owner, (work) => addDelivery(work, id, 'daily', period)))!;
    expect(await sendDigest(firm.owner, delivery, transport)).toBe('sent');
    return delivery;
  };
  const before = await send('2026-02-27');
  await directoryQuery('update directory.memberships set channels = $3 where tenant_id = $1 and user_id = $2', [
    firm.owner.tenant.id,
    id,
    [seenChannel],
  ]);
  const now = (await accessForMember(id, firm.owner.tenant.slug))!;
  const within = await send('2026-02-28');
  expect(await as(now, (work) => getDelivery(work, before))).toMatchObject({ subject: null, html: null, text: null });
  expect((await as(now, (work) => getDelivery(work, within))).html).toContain('<html');
  expect((await as(now, listDeliveries)).data.map((one) => [one.id, one.subject === null])).toEqual(
    expect.arrayContaining([
      [before, true],
      [within, false],
    ]),
  );
});

test('what concerns the whole firm is refused by name', async () => {
  const { connectFeed } = await import('../feeds/connect-feed');
  for (const access of [north, ecosystem])
    await expect(as(access, (work) => connectFeed(work, { connector: 'file', name: 'mine' }))).rejects.toMatchObject(
      limited,
    );
});
