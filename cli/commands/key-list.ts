import { listKeys } from '@/domain/keys/list-keys';
import { textOf } from '@/domain/sentence';
import { withTenant } from '@/domain/work';
import { command } from '../command';
import { table } from '../table';
import { tenantAccess, tenantOption } from '../tenant-access';

export const keyList = command({
  noun: 'key',
  verb: 'list',
  summary: { en: 'List the API keys of a tenant', zh: '列出企业的 API 密钥' },
  options: { tenant: tenantOption },
  async run({ options, locale }) {
    const keys = await withTenant(await tenantAccess(options.tenant!), listKeys);
    const headings = ['id', 'key', 'name', 'role', 'state', 'created', 'lastUsed', 'expires'];
    const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? '–';
    return {
      data: { data: keys, next: null },
      lines: keys.length
        ? table(
            headings.map((h) => textOf(locale, `cli.column.${h}`)),
            keys.map((k) => [
              ...[k.id, `${k.prefix}…`, k.name, k.role, textOf(locale, `keysPage.states.${k.state}`)],
              ...[k.createdAt, k.lastUsedAt, k.expiresAt].map(day),
            ]),
          )
        : [textOf(locale, 'cli.noKeys')],
    };
  },
});
