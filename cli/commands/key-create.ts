import { createKey } from '@/domain/keys/create-key';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { tenantAccess, tenantOption } from '../tenant-access';

export const keyCreate = command({
  noun: 'key',
  verb: 'create',
  summary: { en: 'Make an API key; it is printed this once', zh: '创建 API 密钥，仅显示一次' },
  options: {
    tenant: tenantOption,
    name: { value: 'NAME', required: true, summary: { en: 'what it is for', zh: '用途' } },
    role: {
      value: 'ROLE',
      required: true,
      summary: { en: 'owner, admin, analyst or viewer', zh: 'owner、admin、analyst 或 viewer' },
    },
    days: {
      value: 'DAYS',
      summary: {
        en: '30, 90 or 365; without it the key holds until revoked',
        zh: '30、90 或 365；不填则长期有效，直到撤销',
      },
    },
  },
  async run({ options, locale }) {
    const access = await tenantAccess(options.tenant!);
    const made = await withTenant(access, (work) =>
      createKey(work, {
        name: options.name!,
        role: options.role!,
        expiresInDays: options.days ? Number(options.days) : null,
      }),
    );
    return { data: made, lines: [made.key, textOf(locale, 'cli.keyOnce')] };
  },
});
