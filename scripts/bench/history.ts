import type { Access } from '@/domain/tenants/access';
import { asOwner, type BenchContext } from './context';
import { benchFeed, benchTenant } from './tenant';

/**
 * A tenant with so many order lines over so many days, four lines an order, written straight into the tables: 30,000
 * customers, five channels, eight countries, a product feed that knows nine in ten SKUs.
 */
export async function tenantWithHistory(
  context: BenchContext,
  name: string,
  lines: number,
  days: number,
): Promise<Access> {
  const access = await benchTenant(name);
  const sales = await benchFeed(access, 'sales');
  const master = await benchFeed(access, 'master');
  const tenant = access.tenant.id;
  const orders = Math.round(lines / 4);
  const start = new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  await asOwner(context.db, async (client) => {
    await client.query('set synchronous_commit = off');
    const day = `($3::date + (i::bigint * ${days} / ${orders})::int)`;
    await client.query(
      `insert into app.orders (tenant_id, feed_id, source_id, number, channel, status, placed_at, customer_id, customer_key, ship_country,
         currency, gross_minor, net_reporting_minor, fx_rate, day)
       select $1, $2, 'o' || i, 'o' || i, 'ch' || (i % 5), 'paid', ${day} + interval '12 hours', 'c' || (i::bigint * 7919 % 30000),
         'login:c' || (i::bigint * 7919 % 30000), (array['US','DE','GB','FR','JP','CA','ES','IT'])[1 + i % 8], 'GBP', 1000 + i % 900, 1000 + i % 900, 1, ${day}
       from generate_series(0, ${orders - 1}) i`,
      [tenant, sales, start],
    );
    await client.query(
      `insert into app.order_lines (tenant_id, feed_id, source_id, order_id, placed_at, channel, sku, quantity, unit_price, currency, amount_minor, day)
       select $1, $2, 'l' || i || '-' || j, 'o' || i, ${day} + interval '12 hours', 'ch' || (i % 5), 's' || ((i * 31 + j) % 5000), 1, 2.5, 'GBP', 250, ${day}
       from generate_series(0, ${orders - 1}) i, generate_series(1, 4) j`,
      [tenant, sales, start],
    );
    await client.query(
      "insert into app.products (tenant_id, feed_id, source_id, title) select $1, $2, 's' || i, 'Product ' || i from generate_series(0, 4499) i",
      [tenant, master],
    );
    await client.query(
      `insert into app.channels (tenant_id, feed_id, source_id, name, kind, owner_group)
       select $1, $2, 'ch' || i, 'Channel ' || i, 'marketplace', 'Group ' || (i / 2) from generate_series(0, 4) i`,
      [tenant, sales],
    );
    await client.query(
      `insert into app.feed_records (tenant_id, feed_id, record, first_day, last_day, watermark)
       select $1::uuid, $2::uuid, r, $4::date, current_date, now() from unnest(array['order', 'order_line', 'customer_identity']) r
       union all select $1::uuid, $3::uuid, 'product', null, null, null`,
      [tenant, sales, master, start],
    );
    await client.query('analyze');
  });
  return access;
}

let large: Promise<Access> | undefined;

/** The tenant with 5 M lines over three years, made once a run of the benchmarks. */
export const largeTenant = (context: BenchContext): Promise<Access> => {
  large ??= tenantWithHistory(context, 'large', linesOf(context), 1095);
  return large;
};

export const linesOf = (context: BenchContext): number => Math.round(5_000_000 * context.scale);
