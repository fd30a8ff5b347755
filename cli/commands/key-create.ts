import { textOf } from '@/domain/sentence';
import { createKey } from '@/domain/keys/create-key';
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
  },
  async run({ options, locale }) {
    const access = await tenantAccess(options.tenant!);
    const made = await withTenant(access, (work) => createKey(work, { name: options.name!, role: options.role! }));
    return { data: made, lines: [made.key, textOf(locale, 'cli.keyOnce')] };
  },
});
