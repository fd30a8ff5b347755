import { fromMinor, toMinor } from '@/lib/money';
import { multiply } from '@/lib/values/decimal';
import type { Work } from '../work';
import type { Incoming } from './assemble';

/** What the lines of an order sum to, in minor units of its currency. Null where no line says. */
interface Sums {
  gross: number;
  shipping: number;
  discount: number | null;
  tax: number | null;
}

/** The columns of an order that follow from its lines. */
interface Totals {
  gross_minor: number;
  shipping_minor: number;
  discount_minor: number | null;
  tax_minor: number | null;
  total_minor: number;
  net_reporting_minor: number;
}

/** @param rate of the order's day, from its currency into `reporting` */
function totalsOf(s: Sums, currency: string, rate: string, reporting: string): Totals {
  const net = s.gross - (s.discount ?? 0) - (s.tax ?? 0);
  return {
    gross_minor: s.gross,
    shipping_minor: s.shipping,
    discount_minor: s.discount,
    tax_minor: s.tax,
    total_minor: s.gross - (s.discount ?? 0) + s.shipping,
    net_reporting_minor: net === 0 ? 0 : toMinor(multiply(fromMinor(net, currency), rate), reporting),
  };
}

/**
 * Gives orders the sums of their lines before either is written, where no line of theirs can be in the database yet and
 * `lines` holds all that there are so far. Lines of fees (postage, bank charges) are the order's shipping, not its gross.
 * @returns the ids of these orders
 */
export function sumNewOrders(
  orders: readonly Incoming[],
  lines: readonly Incoming[],
  reporting: string,
): ReadonlySet<string> {
  const sums = new Map(
    orders.map((o): [string, Sums] => [o.sourceId, { gross: 0, shipping: 0, discount: null, tax: null }]),
  );
  for (const { row } of lines) {
    const s = sums.get(String(row.order_id));
    if (!s) continue;
    s[row.fee === true ? 'shipping' : 'gross'] += Number(row.amount_minor ?? 0);
    if (row.discount_minor != null) s.discount = (s.discount ?? 0) + Number(row.discount_minor);
    if (row.tax_minor != null) s.tax = (s.tax ?? 0) + Number(row.tax_minor);
  }
  for (const { sourceId, row } of orders)
    Object.assign(row, totalsOf(sums.get(sourceId)!, String(row.currency), String(row.fx_rate), reporting));
  return new Set(sums.keys());
}

/**
 * Writes the sums of the lines into their orders, for orders that a flat file brings line by line, and marks the orders'
 * days. The same sums as those of `sumNewOrders`, of lines that lie in the database.
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
  const orders = await work.query<{ source_id: string; currency: string; fx_rate: string }>(
    `select source_id, currency, fx_rate::text as fx_rate from app.orders
     where tenant_id = $1 and feed_id = $2 and source_id = any($3)`,
    scope,
  );
  const byOrder = new Map(sums.map((s) => [s.order_id, s]));
  const totals: Record<string, Totals> = {};
  for (const { source_id, currency, fx_rate } of orders) {
    const s = byOrder.get(source_id);
    if (s) totals[source_id] = totalsOf(s, currency, fx_rate, work.tenant.currency);
  }
  const given = (column: keyof Totals) => `($4::jsonb -> source_id ->> '${column}')::bigint`;
  const columns = [
    'gross_minor',
    'shipping_minor',
    'discount_minor',
    'tax_minor',
    'total_minor',
    'net_reporting_minor',
  ] as const;
  await work.query(
    `with changed as (
       update app.orders set ${columns.map((c) => `${c} = ${given(c)}`).join(', ')}
       where tenant_id = $1 and feed_id = $2 and source_id = any($3)
         and (${columns.join(', ')}) is distinct from (${columns.map(given).join(', ')})
       returning day)
     insert into app.dirty_days (tenant_id, record, day, run_id)
     select distinct $1::uuid, 'order', day, $5::uuid from changed order by 3
     on conflict (tenant_id, record, day) do update set marked_at = now(), run_id = excluded.run_id`,
    [work.tenant.id, feedId, Object.keys(totals), JSON.stringify(totals), runId],
  );
}
