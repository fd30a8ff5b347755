import { operatorAtDesk } from '@/domain/platform/access';
import { resumeTenant } from '@/domain/platform/suspend-tenant';
import { textOf } from '@/domain/sentence';
import { command } from '../command';
import { tenantOption } from '../tenant-access';

export const tenantResume = command({
  noun: 'tenant',
  verb: 'resume',
  summary: { en: 'End a suspension: what waited goes on', zh: '恢复企业：排队的任务继续处理' },
  options: { slug: tenantOption },
  async run({ options, locale }) {
    const slug = options.slug!;
    await resumeTenant(operatorAtDesk(), slug);
    return { data: { slug, status: 'active' }, lines: [textOf(locale, 'cli.tenantResumed', { slug })] };
  },
});
