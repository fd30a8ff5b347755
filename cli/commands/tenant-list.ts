import { textOf } from '@/domain/sentence';
import { listTenants } from '@/domain/tenants/list-tenants';
import { command } from '../command';
import { table } from '../table';

export const tenantList = command({
  noun: 'tenant',
  verb: 'list',
  summary: { en: 'List all tenants', zh: '列出所有企业' },
  async run({ locale }) {
    const tenants = await listTenants();
    const headings = ['slug', 'name', 'zone', 'currency', 'members', 'created'];
    const rows = tenants.map((t) => [
      t.slug,
      t.name,
      t.zone,
      t.currency,
      String(t.members),
      t.createdAt.toISOString().slice(0, 10),
    ]);
    return {
      data: { data: tenants, next: null },
      lines: tenants.length
        ? table(
            headings.map((h) => textOf(locale, `cli.column.${h}`)),
            rows,
          )
        : [textOf(locale, 'cli.noTenants')],
    };
  },
});
