import { kpi } from '../kpi';
import { ratio } from '../measures/ratio';

export const onTimeInFull = kpi({
  code: 'C07',
  id: 'on-time-in-full',
  mechanism: 'collaboration',
  group: 'supply-chain',
  title: { en: 'On time in full', zh: '准时足量交付率 (OTIF)' },
  question: { en: 'Do customers get all of it when we promised?', zh: '客户是否按承诺准时、足量收到？' },
  formula: {
    en: 'Order lines delivered in full by the promised date (calendar date at the destination) ÷ order lines promised in the window of 28 days. A line that comes in several parcels counts once, when the last of them is promised; each must be on time. Not delivered and past the promise is a failure, so is a cancellation by the seller. Where the source gives no delivered quantity the line counts as full.',
    zh: '近 28 天内应交付的订单行中，在承诺日期（目的地日历日）前足量送达的比例。分多个包裹送达的订单行只计一次，按最晚的承诺日期计，且每个包裹均须准时。过期未送达为失败，卖家取消也为失败。来源未提供送达数量时按足量计。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 70, pass: 90, target: 98 },
  basis: 'S',
  benchmark: {
    en: 'Walmart asks US store suppliers for 98 % OTIF; Amazon for over 90 % on-time delivery.',
    zh: '沃尔玛要求美国门店供应商 OTIF 达 98%；亚马逊要求准时送达率高于 90%。',
  },
  windows: ['28d', 'month'],
  follows: ['shipment', 'order'],
  needs: ['shipment'],
  spillDays: 0,
  waiting: ['not_due'],
  latenessDays: 14,
  dims: ['carrier', 'country', 'channel', 'cause'],
  facts: `
    select f.*, (f.cause = 'on_time')::int as num, 1 as den
    from (
      select s.day, 'shipment' as record, s.feed_id, s.source_id || coalesce('/' || l.source_id, '') as source_id,
             s.order_number, coalesce(l.sku, s.sku) as sku, s.tracking_no, coalesce(s.carrier, 'unknown') as carrier,
             coalesce(s.to_country, 'unknown') as country, coalesce(o.channel, s.channel, 'unknown') as channel,
             s.promised_on, case when not coalesce(p.undelivered, false) then coalesce(p.delivered_on, s.delivered_on) end as delivered_on,
             l.quantity, coalesce(p.quantity, s.delivered_quantity) as delivered_quantity,
             case when s.promised_on is null then 'no_promise'
                  when o.test then 'test_order'
                  when o.status = 'cancelled' and o.cancelled_by = 'buyer' then 'cancelled_by_buyer'
                  when coalesce(p.undelivered, s.delivered_on is null) and s.promised_on >= $3::date then 'not_due' end as excluded,
             case when coalesce(p.undelivered, s.delivered_on is null) then 'not_delivered'
                  when coalesce(p.late, s.delivered_on > s.promised_on)
                    then case when coalesce(p.shipped_at, s.shipped_at) > o.promised_ship_at then 'late_dispatch' else 'late_carrier' end
                  when p.quantity < (select sum(q.quantity) from app.order_lines q where q.tenant_id = $1
                    and q.feed_id = l.feed_id and q.order_id = l.order_id and q.fee is not true and (p.whole or q.sku = l.sku)) then 'short'
                  else 'on_time' end as cause
      from app.shipments s
      left join lateral (select x.* from app.orders x where x.tenant_id = $1 and x.number = s.order_number
        order by x.feed_id, x.source_id limit 1) o on true
      left join app.order_lines l on l.tenant_id = $1 and l.feed_id = o.feed_id and l.order_id = o.source_id and l.fee is not true
        and (s.sku is null or l.sku = s.sku)
      -- The parcels that bring the line: it counts with the one promised last. A parcel without known lines is a line itself.
      left join lateral (
        select (array_agg(x.feed_id || '/' || x.source_id order by x.promised_on desc nulls last, x.day desc, x.feed_id, x.source_id))[1] as last,
               bool_or(x.delivered_on is null) as undelivered, bool_or(x.delivered_on > x.promised_on) as late,
               case when bool_and(x.delivered_on is not null) then max(x.delivered_on) end as delivered_on,
               max(x.shipped_at) filter (where x.delivered_on > x.promised_on) as shipped_at,
               case when bool_and(x.delivered_quantity is not null) then sum(x.delivered_quantity) end as quantity,
               bool_or(x.sku is null) as whole
        from app.shipments x
        where l.source_id is not null and x.tenant_id = $1 and x.order_number = s.order_number
          and (x.sku is null or x.sku = l.sku)) p on true
      where s.tenant_id = $1 and s.day = any($2::date[]) and coalesce(p.last = s.feed_id || '/' || s.source_id, true)
      union all
      select o.day, 'order', o.feed_id, o.source_id || '/' || l.source_id, o.number, l.sku, null, 'none',
             coalesce(o.ship_country, 'unknown'), coalesce(o.channel, 'unknown'), null, null, l.quantity, null,
             case when o.test then 'test_order' end, 'cancelled_by_seller'
      from app.orders o
      join app.order_lines l on l.tenant_id = $1 and l.feed_id = o.feed_id and l.order_id = o.source_id and l.fee is not true
      where o.tenant_id = $1 and o.day = any($2::date[]) and o.status = 'cancelled' and o.cancelled_by = 'seller'
        and not exists (select from app.shipments s where s.tenant_id = $1 and s.order_number = o.number)
    ) f`,
  measure: ratio(),
  evidence: [
    { name: 'order_number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
    { name: 'sku', title: { en: 'SKU', zh: 'SKU' }, kind: 'code' },
    { name: 'tracking_no', title: { en: 'Tracking number', zh: '运单号' }, kind: 'code' },
    { name: 'carrier', title: { en: 'Carrier', zh: '承运商' }, kind: 'text' },
    { name: 'country', title: { en: 'To', zh: '目的国' }, kind: 'country' },
    { name: 'promised_on', title: { en: 'Promised', zh: '承诺日期' }, kind: 'day' },
    { name: 'delivered_on', title: { en: 'Delivered', zh: '送达日期' }, kind: 'day' },
    { name: 'cause', title: { en: 'Outcome', zh: '结果' }, kind: 'text' },
  ],
  minSample: 30,
  definition: 1,
  examples: [{ what: '94 of 100 lines on time in full', groups: { '': { num: 94, den: 100, rows: 100 } }, value: 94 }],
});
