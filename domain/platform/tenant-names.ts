import { directoryQuery } from '@/db/client';
import type { PlatformAccess } from './access';

export interface TenantName {
  slug: string;
  name: string;
}

/** The names of firms by id; one that is gone is not among them. */
export async function tenantNames(
  _platform: PlatformAccess,
  ids: readonly unknown[],
): Promise<ReadonlyMap<unknown, TenantName>> {
  const rows = await directoryQuery<TenantName & { id: string }>(
    'select id, slug, name from directory.tenants where id::text = any($1)',
    [ids.filter((id) => typeof id === 'string')],
  );
  return new Map(rows.map(({ id, slug, name }) => [id, { slug, name }]));
}
