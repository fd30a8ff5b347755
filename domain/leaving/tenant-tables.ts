import type { Work } from '../work';

/** A table of schema app, as the catalogue knows it. */
export interface TenantTable {
  name: string;
  /** The columns of its primary key, in order. */
  key: string[];
}

/** Every table that holds tenants' rows, those that refer to others before what they refer to. A new one is in it by being there. */
export async function tenantTables(work: Pick<Work, 'query'>): Promise<TenantTable[]> {
  const rows = await work.query<TenantTable & { parents: string[] }>(
    `select c.relname as name,
       (select array_agg(a.attname::text order by k.n) from pg_index i cross join unnest(i.indkey) with ordinality k(num, n)
          join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num where i.indrelid = c.oid and i.indisprimary) as key,
       coalesce((select array_agg(distinct p.relname::text) from pg_constraint f join pg_class p on p.oid = f.confrelid
          where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid), '{}') as parents
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'app' and c.relkind in ('r', 'p')
       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
     order by 1`,
  );
  const waiting = new Map(rows.map((row) => [row.name, row]));
  const parentsFirst: TenantTable[] = [];
  while (waiting.size) {
    const ready = [...waiting.values()].filter((row) => !row.parents.some((parent) => waiting.has(parent)));
    if (!ready.length) throw new Error(`tables refer to one another in a circle: ${[...waiting.keys()].join(', ')}`);
    for (const { name, key } of ready) {
      parentsFirst.push({ name, key });
      waiting.delete(name);
    }
  }
  return parentsFirst.reverse();
}
