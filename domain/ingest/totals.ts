import { fromMinor, toMinor } from '@/lib/money';
import { multiply } from '@/lib/values/decimal';
import type { Work } from '../work';

interface Sums {
  gross: number;
  shipping: number;
  discount: number | null;
  tax: number | null;
}

interface OrderRow {
  source_id: string;
  currency: string;
  fx_rate: string;
}

/**
 * Writes the sums of the lines into their orders, for orders that a flat file brings line by line, and marks the orders'
 * days. Lines of fees (postage, bank charges) are the order's shipping, not its gross.
 *
 * Three statements of one table each. To statistics that do not know a tenant yet it has one row, and a join of two such
 * tables is planned as one row with one row: minutes, for a first page. A single table can only be read too much of.
 */
export async function sumOrders(
  work: Work,
  feedId: string,
  orderIds: readonly string[],
  runId: string | null,
): Promise<void> {
  if (!orderIds.length) return;
  const scope = [work.tenant.id, feedId, orderIds];
  const sums = await work.query<Sums & { order_id: string }>(
    `select order_id, coalesce(sum(amount_minor) filter (where fee is not true), 0)::bigint as gross,
            coalesce(sum(amount_minor) filter (where fee), 0)::bigint as shipping,
            sum(discount_minor)::bigint as discount, sum(tax_minor)::bigint as tax
     from app.order_lines where tenant_id = $1 and feed_id = $2 and order_id = any($3) group by order_id`,
    scope,
  );
  const orders = await work.query<OrderRow>(
    `select source_id, currency, fx_rate::text as fx_rate from app.orders
     where tenant_id = $1 and feed_id = $2 and source_id = any($3)`,
    scope,
  );
  const byOrder = new Map(sums.map((s) => [s.order_id, s]));
  const totals: Record<string, [number, number, number | null, number | null, number, number]> = {};
  for (const { source_id, currency, fx_rate } of orders) {
    const s = byOrder.get(source_id);
    if (!s) continue;
    const net = s.gross - (s.discount ?? 0) - (s.tax ?? 0);
    const reporting = net === 0 ? 0 : toMinor(multiply(fromMinor(net, currency), fx_rate), work.tenant.currency);
    totals[source_id] = [s.gross, s.shipping, s.discount, s.tax, s.gross - (s.discount ?? 0) + s.shipping, reporting];
  }
  const part = (i: number) => `($4::jsonb -> source_id ->> ${i})::bigint`;
  await work.query(
    `with changed as (
       update app.orders set gross_minor = ${part(0)}, shipping_minor = ${part(1)}, discount_minor = ${part(2)},
         tax_minor = ${part(3)}, total_minor = ${part(4)}, net_reporting_minor = ${part(5)}
       where tenant_id = $1 and feed_id = $2 and source_id = any($3)
         and (gross_minor, shipping_minor, discount_minor, tax_minor, net_reporting_minor)
           is distinct from (${[0, 1, 2, 3, 5].map(part).join(', ')})
       returning day)
     insert into app.dirty_days (tenant_id, record, day, run_id)
     select distinct $1::uuid, 'order', day, $5::uuid from changed order by 3
     on conflict (tenant_id, record, day) do update set marked_at = now(), run_id = excluded.run_id`,
    [work.tenant.id, feedId, Object.keys(totals), JSON.stringify(totals), runId],
  );
}
