import { operatorAtDesk } from '@/domain/platform/access';
import { suspendTenant } from '@/domain/platform/suspend-tenant';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { tenantOption } from '../tenant-access';

export const tenantSuspend = command({
  noun: 'tenant',
  verb: 'suspend',
  summary: {
    en: 'Suspend a tenant: after the grace it is read-only and its feeds stop',
    zh: '暂停企业：宽限期后只能查看，数据源停止读取',
  },
  options: {
    slug: tenantOption,
    reason: { value: 'TEXT', required: true, summary: { en: 'why; its owners read it', zh: '原因，企业所有者可见' } },
    'grace-days': { value: 'DAYS', summary: { en: '0 to 30; 7', zh: '宽限天数 0–30；默认 7' } },
  },
  async run({ options, locale }) {
    const slug = options.slug!;
    const days = options['grace-days'];
    const { bitesAt } = await suspendTenant(operatorAtDesk(), slug, {
      reason: options.reason!,
      graceDays: days === undefined ? undefined : Number(days),
    });
    return {
      data: { slug, status: 'suspended', bitesAt },
      lines: [textOf(locale, 'cli.tenantSuspended', { slug, at: bitesAt.toISOString() })],
    };
  },
});
