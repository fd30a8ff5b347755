import { Refusal } from '@/domain/errors';
import { eraseNow } from '@/domain/leaving/erase-now';
import { scheduleErasure } from '@/domain/leaving/request-erasure';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { env } from '@/lib/env';
import { forgetOrders } from '@/workers/leaving/forget-orders';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

const sum = (traces: Record<string, number>): number => Object.values(traces).reduce((total, n) => total + n, 0);

export const tenantErase = command({
  noun: 'tenant',
  verb: 'erase',
  summary: {
    en: 'Erase a tenant with all it has, after the days of grace or now',
    zh: '注销企业并清除全部数据，可等待宽限期或立即执行',
  },
  options: {
    slug: tenantOption,
    confirm: { value: 'SLUG', required: true, summary: { en: 'the short name once more', zh: '再次输入短名以确认' } },
    now: { summary: { en: 'without grace; it cannot be undone', zh: '不等待宽限期，立即执行，无法恢复' } },
  },
  async run({ options, switches, locale, note }) {
    const slug = options.slug!;
    if (options.confirm !== slug) throw new Refusal('slug_not_confirmed', 422, { slug }, 'confirm');
    const access = await tenantAccess(slug);
    if (!switches.has('now')) {
      const { at } = await withTenant(access, (work) => scheduleErasure(work, env().ERASURE_GRACE_DAYS));
      return {
        data: { slug, status: 'leaving', at },
        lines: [textOf(locale, 'cli.tenantErasureAsked', { slug, at: at.toISOString() })],
      };
    }
    const proof = await eraseNow(access, () => forgetOrders(access.tenant.id));
    for (const [place, n] of Object.entries(proof.before)) if (n) note(`${place}: ${n} → ${proof.after[place]}`);
    return {
      data: { slug, status: 'erased', proof },
      lines: [textOf(locale, 'cli.tenantErased', { slug, before: sum(proof.before), after: sum(proof.after) })],
    };
  },
});
