import { directoryQuery } from '@/db/client';
import type { Access } from '@/domain/tenants/access';
import { accessForOperator } from '@/domain/tenants/ways-in';
import { withTenant } from '@/domain/work';

/** A fresh tenant for a benchmark: GBP, London. */
export async function benchTenant(name: string): Promise<Access> {
  const slug = `bench-${name}-${Date.now().toString(36)}`;
  await directoryQuery(
    'insert into directory.tenants (slug, name, zone, currency, locale) values ($1, $1, $2, $3, $4)',
    [slug, 'Europe/London', 'GBP', 'en'],
  );
  return (await accessForOperator(slug))!;
}

/** A feed of a benchmark tenant, without the verb's checks of connectors. */
export const benchFeed = (access: Access, name: string): Promise<string> =>
  withTenant(access, async (work) => {
    const [row] = await work.query<{ id: string }>(
      "insert into app.feeds (tenant_id, connector, name) values ($1, 'file', $2) returning id",
      [access.tenant.id, name],
    );
    return row!.id;
  });
