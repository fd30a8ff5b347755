import { syncFeed } from '@/domain/feeds/sync-feed';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { runResult } from '../run-result';
import { tenantAccess, tenantOption } from '../tenant-access';

export const feedSync = command({
  noun: 'feed',
  verb: 'sync',
  summary: { en: 'Fetch what is new now', zh: '立即拉取新数据' },
  options: {
    tenant: tenantOption,
    feed: { value: 'ID', required: true, summary: { en: 'id of the feed', zh: '数据源编号' } },
    wait: { summary: { en: 'until the run has ended', zh: '等待批次结束' } },
  },
  async run({ options, switches, locale, note }) {
    const access = await tenantAccess(options.tenant!);
    const { runId } = await withTenant(access, (work) => syncFeed(work, options.feed!));
    return runResult(access, [runId], { wait: switches.has('wait'), locale, note });
  },
});
