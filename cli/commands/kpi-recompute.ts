import { recompute } from '@/domain/measurements/recompute';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

export const kpiRecompute = command({
  noun: 'kpi',
  verb: 'recompute',
  summary: { en: 'Compute what has changed now', zh: '立即计算有变化的指标' },
  options: {
    tenant: tenantOption,
    full: { summary: { en: 'all of it anew from the records', zh: '全部从记录重新计算' } },
  },
  async run({ options, switches, locale }) {
    const access = await tenantAccess(options.tenant!);
    const done = await recompute(access, { full: switches.has('full') });
    if (switches.has('full')) await withTenant(access, (work) => work.audit('measurements.recomputed', { ...done }));
    return { data: done, lines: [textOf(locale, 'cli.recomputed', done)] };
  },
});
