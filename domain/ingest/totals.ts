import { currencyCodes, minorUnits } from '@/lib/values/currencies';
import type { Work } from '../work';

const unusual = () => currencyCodes().filter((c) => minorUnits(c) !== 2);

/** SQL for the minor units of a currency column. */
const unitsOf = (column: string): string =>
  `case ${column} ${unusual()
    .map((c) => `when '${c}' then ${minorUnits(c)}`)
    .join(' ')} else 2 end`;

/**
 * Writes the sums of the lines into their orders, for orders that a flat file brings line by line, and marks the orders'
 * days. Lines of fees (postage, bank charges) are the order's shipping, not its gross.
 */
export async function sumOrders(
  work: Work,
  feedId: string,
  orderIds: readonly string[],
  runId: string | null,
): Promise<void> {
  if (!orderIds.length) return;
  await work.query(
    // Order by order, by key: before PostgreSQL has statistics of a new tenant it would rather join all with all.
    `with summed as materialized (
       select o.source_id, s.*, s.gross - coalesce(s.discount, 0) + s.shipping as total,
              round((s.gross - coalesce(s.discount, 0) - coalesce(s.tax, 0)) * o.fx_rate
                * power(10::numeric, $5::int - (${unitsOf('o.currency')})))::bigint as net
       from unnest($3::text[]) x(order_id)
       cross join lateral (
         select source_id, currency, fx_rate from app.orders
         where tenant_id = $1 and feed_id = $2 and source_id = x.order_id offset 0) o
       cross join lateral (
         select coalesce(sum(l.amount_minor) filter (where l.fee is not true), 0) as gross,
                coalesce(sum(l.amount_minor) filter (where l.fee), 0) as shipping,
                sum(l.discount_minor) as discount, sum(l.tax_minor) as tax
         from app.order_lines l where l.tenant_id = $1 and l.feed_id = $2 and l.order_id = x.order_id offset 0) s),
     changed as (
       update app.orders o set gross_minor = n.gross, shipping_minor = n.shipping, discount_minor = n.discount,
         tax_minor = n.tax, total_minor = n.total, net_reporting_minor = n.net
       from summed n
       where o.tenant_id = $1 and o.feed_id = $2 and o.source_id = n.source_id
         and (o.gross_minor, o.shipping_minor, o.discount_minor, o.tax_minor, o.net_reporting_minor)
           is distinct from (n.gross, n.shipping, n.discount, n.tax, n.net)
       returning o.day)
     insert into app.dirty_days (tenant_id, record, day, run_id)
     select distinct $1::uuid, 'order', day, $4::uuid from changed order by 3
     on conflict (tenant_id, record, day) do update set marked_at = now(), run_id = excluded.run_id`,
    [work.tenant.id, feedId, orderIds, runId, minorUnits(work.tenant.currency)],
  );
}
