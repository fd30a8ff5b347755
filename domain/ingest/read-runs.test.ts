import { afterEach, describe, expect, it, vi } from 'vitest';
import { ownDatabase } from '@/db/test-own-database';
import { ingestRecords, testFeed, testTenant } from '../test-tenant';
import { withTenant } from '../work';
import { listRuns, type RunSummary } from './read-runs';

ownDatabase();
afterEach(() => vi.useRealTimers());

describe('runs', () => {
  it('are all listed when many began in the same instant', async () => {
    const access = await testTenant();
    const feed = await testFeed(access, 'shop', 'records');
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2025-02-01T04:00:00Z') });
    for (let i = 0; i < 5; i++) await ingestRecords(access, feed, 'product', [{ source_id: `${i}` }]);
    const ids = new Set<string>();
    for (let cursor: string | undefined; ; ) {
      const page = await withTenant(access, (work) => listRuns(work, { limit: 2, cursor }));
      for (const run of page.data) ids.add(run.id);
      if (!page.next) break;
      cursor = page.next;
    }
    expect(ids.size).toBe(5);
  });

  it('are sorted over all their pages, with equal ones met once', async () => {
    const access = await testTenant();
    for (const name of ['B shop', 'a shop', 'C shop']) {
      const feed = await testFeed(access, name, 'records');
      await ingestRecords(access, feed, 'product', [{ source_id: '1' }, { source_id: name }]);
      await ingestRecords(access, feed, 'product', [{ source_id: '1' }]);
    }
    const all = async (sort: string) => {
      const found: RunSummary[] = [];
      for (let cursor: string | undefined; ; ) {
        const page = await withTenant(access, (work) => listRuns(work, { limit: 2, sort, cursor }));
        found.push(...page.data);
        if (!page.next) return found;
        cursor = page.next;
      }
    };
    const feeds = (await all('feed')).map((run) => run.feedName);
    expect(feeds).toEqual(['a shop', 'a shop', 'B shop', 'B shop', 'C shop', 'C shop']);
    const read = await all('-read');
    expect(read.map((run) => run.read)).toEqual([2, 2, 2, 1, 1, 1]);
    expect(new Set(read.map((run) => run.id)).size).toBe(6);
    const newest = (await all('-when')).map((run) => run.id);
    expect((await all('when')).map((run) => run.id)).toEqual(newest.reverse());
    expect((await all('nothing')).map((run) => run.id)).toEqual((await all('-when')).map((run) => run.id));
  });
});
