/**
 * Net revenue by order: (gross − discount − tax) at the order's rate, less the refunds linked to it whenever they came
 * (restated to the order's day), cancelled and test orders out. Fees are no
 * revenue. Refunds that name no known order count on their own day.
 * One relation for every share of revenue; $1 tenant, $2 days.
 */
export const netRevenue = `
  select o.day, 'order' as record, o.feed_id, o.source_id, o.number, o.placed_at as at, o.channel,
         coalesce(o.ship_country, 'unknown') as country,
         coalesce(c.owner_group, case when c.kind in ('independent_site', 'offline') then 'own:' || o.channel else 'unknown' end)
           as owner_group,
         coalesce(o.net_reporting_minor, 0) - coalesce(r.refunded, 0) as num,
         coalesce(o.net_reporting_minor, 0) - coalesce(r.refunded, 0) as den,
         coalesce(r.refunded, 0) as refunded, o.net_reporting_minor as net,
         o.currency, o.gross_minor, o.fx_rate, o.fx_on,
         case when o.status = 'cancelled' then 'cancelled' when o.test then 'test_order'
              when o.net_reporting_minor is null then 'amount_missing' end as excluded
  from app.orders o
  left join app.channels c on c.tenant_id = $1 and c.source_id = o.channel
  left join lateral (select sum(r.reporting_minor) as refunded from app.refunds r
    where r.tenant_id = $1 and r.feed_id = o.feed_id and r.order_id = o.source_id and r.fee is not true) r on true
  where o.tenant_id = $1 and o.day = any($2::date[])
  union all
  select r.day, 'refund', r.feed_id, r.source_id, r.order_id, r.refunded_at, r.channel, coalesce(r.country, 'unknown'),
         coalesce(c.owner_group, case when c.kind in ('independent_site', 'offline') then 'own:' || r.channel else 'unknown' end),
         -r.reporting_minor, -r.reporting_minor, r.reporting_minor, 0, r.currency, -r.amount_minor, r.fx_rate, r.fx_on, null
  from app.refunds r
  left join app.channels c on c.tenant_id = $1 and c.source_id = r.channel
  where r.tenant_id = $1 and r.day = any($2::date[]) and r.fee is not true
    and not exists (select from app.orders o where o.tenant_id = $1 and o.feed_id = r.feed_id and o.source_id = r.order_id)`;

export const netRevenueEvidence = [
  { name: 'number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
  { name: 'record', title: { en: 'Record', zh: '记录' }, kind: 'text' },
  { name: 'at', title: { en: 'Placed or refunded at', zh: '下单或退款时间' }, kind: 'instant' },
  { name: 'channel', title: { en: 'Channel', zh: '渠道' }, kind: 'text' },
  { name: 'owner_group', title: { en: 'Owner group', zh: '所属集团' }, kind: 'text' },
  { name: 'country', title: { en: 'Country', zh: '国家' }, kind: 'country' },
  { name: 'net', title: { en: 'Net before refunds', zh: '退款前净额' }, kind: 'minor' },
  { name: 'refunded', title: { en: 'Refunded', zh: '退款' }, kind: 'minor' },
  { name: 'num', title: { en: 'Net revenue', zh: '净收入' }, kind: 'minor' },
  { name: 'currency', title: { en: 'Original currency', zh: '原币种' }, kind: 'text' },
  { name: 'fx_rate', title: { en: 'Rate', zh: '汇率' }, kind: 'number' },
  { name: 'fx_on', title: { en: 'Rate date', zh: '汇率日期' }, kind: 'day' },
] as const;
