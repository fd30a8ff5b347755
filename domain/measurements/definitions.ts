import { kpis } from '@/kpis/catalogue';
import type { KpiDeclaration } from '@/kpis/kpi';
import type { Work } from '../work';

/** What is known of the definitions by which the tenant's sums were computed. */
export interface Definitions {
  /** New, or with a raised definition, since: nothing but a recompute from the records brings them up to date. */
  outdated: KpiDeclaration[];
  /** Nothing was ever computed: all that there is is computed as it came, by the present definitions. */
  fresh: boolean;
}

export async function definitionsOf(work: Work): Promise<Definitions> {
  const [row] = await work.query<{ known: Record<string, number>; sums: boolean }>(
    `select coalesce((select jsonb_object_agg(kpi, definition) from app.kpi_definitions where tenant_id = $1), '{}') as known,
       exists (select from app.partials where tenant_id = $1) as sums`,
    [work.tenant.id],
  );
  const { known, sums } = row!;
  const fresh = !sums && !Object.keys(known).length;
  return { fresh, outdated: fresh ? [] : kpis.filter((k) => known[k.code] !== k.definition) };
}

/** The KPIs that must be computed from the records. */
export const outdatedKpis = async (work: Work): Promise<KpiDeclaration[]> => (await definitionsOf(work)).outdated;

/** Notes that these KPIs' sums are those of their present definitions. */
export async function noteDefinitions(work: Work, computed: readonly KpiDeclaration[]): Promise<void> {
  await work.query(
    `insert into app.kpi_definitions as d (tenant_id, kpi, definition, computed_at)
     select $1, k.kpi, k.definition, $4 from unnest($2::text[], $3::int[]) k(kpi, definition)
     on conflict (tenant_id, kpi) do update set definition = excluded.definition, computed_at = excluded.computed_at`,
    [work.tenant.id, computed.map((k) => k.code), computed.map((k) => k.definition), work.now],
  );
}
