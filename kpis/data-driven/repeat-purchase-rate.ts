import { kpi } from '../kpi';
import { repeat } from '../measures/repeat';

/** Goods given back in full, in the order's own money: rates of two days would make a full refund look like a part. */
const refundedInFull = (o: string) => `(
  select sum(r.amount_minor) filter (where r.currency = ${o}.currency) >= ${o}.gross_minor - coalesce(${o}.discount_minor, 0)
    or (bool_or(r.currency <> ${o}.currency) and sum(r.reporting_minor) >= ${o}.net_reporting_minor)
  from app.refunds r
  where r.tenant_id = $1 and r.feed_id = ${o}.feed_id and r.order_id = ${o}.source_id and r.fee is not true)`;

/** Why an order is no qualifying one: it must be paid, not cancelled, not a test, not refunded in full. */
const disqualified = (o: string) => `case
  when ${o}.status = 'cancelled' then 'cancelled'
  when ${o}.test then 'test_order'
  when ${o}.status = 'placed' then 'unpaid'
  when ${o}.net_reporting_minor > 0 and ${refundedInFull(o)} then 'fully_refunded' end`;

export const repeatPurchaseRate = kpi({
  code: 'D06',
  id: 'repeat-purchase-rate',
  mechanism: 'data-driven',
  group: 'customer',
  title: { en: 'Repeat purchase rate', zh: '复购率' },
  question: { en: 'Do customers come back?', zh: '客户会回来吗？' },
  formula: {
    en: 'Customers with at least two qualifying orders ÷ customers with at least one, over 365 days. Qualifying: paid, not cancelled, not a test, not refunded in full. Orders of one customer to the same place within 24 hours of the one before are one order. Orders without a customer are left out and shown.',
    zh: '近 365 天内，至少两笔有效订单的客户 ÷ 至少一笔有效订单的客户。有效订单：已付款、未取消、非测试、未全额退款。同一客户寄往同一地区且与前一单相隔 24 小时内的订单合并为一笔。无客户标识的订单不计入并单独列出。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 10, pass: 20, target: 35 },
  basis: 'V',
  benchmark: {
    en: 'Yotpo (a vendor): about 15 % of online shoppers come back. The category matters more: compare with last year.',
    zh: 'Yotpo（供应商口径）：约 15% 的线上买家会复购。品类差异更大，请与自身去年比较。',
  },
  windows: ['365d'],
  follows: ['order'],
  needs: ['order'],
  // An order within 24 hours after may merge into the changed one; in spring they may end on the day after next.
  spillDays: 2,
  latenessDays: 3,
  dims: [],
  facts: `
    select f.*, (f.excluded is null)::int as num, (f.excluded is null)::int as den
    from (
      select o.day, 'order' as record, o.feed_id, o.source_id, o.number, o.channel, o.customer_key as entity, o.ship_country as country,
             o.placed_at as at, o.net_reporting_minor as net,
             coalesce(${disqualified('o')},
               case when o.customer_key is null then 'no_customer'
                    when exists (select from app.orders p where p.tenant_id = $1 and p.customer_key = o.customer_key
                      and p.placed_at between o.placed_at - interval '24 hours' and o.placed_at
                      and (p.placed_at, p.feed_id, p.source_id) < (o.placed_at, o.feed_id, o.source_id)
                      and p.ship_country is not distinct from o.ship_country
                      and p.ship_region is not distinct from o.ship_region
                      and ${disqualified('p')} is null) then 'within_24_hours' end) as excluded
      from app.orders o
      where o.tenant_id = $1 and o.day = any($2::date[])
    ) f`,
  measure: repeat({ days: 365 }),
  evidence: [
    { name: 'entity', title: { en: 'Customer', zh: '客户' }, kind: 'code' },
    { name: 'number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
    { name: 'channel', title: { en: 'Channel', zh: '渠道' }, kind: 'text' },
    { name: 'country', title: { en: 'Country', zh: '国家' }, kind: 'country' },
    { name: 'at', title: { en: 'Placed at', zh: '下单时间' }, kind: 'instant' },
    { name: 'net', title: { en: 'Net', zh: '净额' }, kind: 'minor' },
  ],
  minSample: 30,
  definition: 1,
  examples: [
    { what: '27 of 100 customers came back', groups: { '': { num: 27, den: 100, rows: 0 } }, value: 27 },
    { what: 'no customers', groups: {}, value: null },
  ],
});
