import { kpi } from '../kpi';
import { shareOf } from '../measures/figures';
import { ratio } from '../measures/ratio';
import { laneDays } from '../relations/lane';
import { dueShipments, promisedLines, shipmentsOf } from '../relations/promised-lines';

/** Rates of parcels and of orders that are counted otherwise than by line. */
const services = ['on_time_delivery', 'perfect_order', 'late_shipment', 'seller_cancellation'] as const;

export const onTimeInFull = kpi({
  code: 'C07',
  id: 'on-time-in-full',
  mechanism: 'collaboration',
  group: 'supply-chain',
  title: { en: 'On time in full', zh: '准时足量交付率 (OTIF)' },
  question: { en: 'Do customers get all of it when we promised?', zh: '客户是否按承诺准时、足量收到？' },
  formula: {
    en: 'Order lines delivered in full by the promised date (calendar date at the destination) ÷ order lines promised in the window of 28 days. A line that comes in several parcels counts once, when the last of them is promised; each must be on time. Not delivered and past the promise is a failure, so is a cancellation by the seller. Where the source gives no delivered quantity the line counts as full. A failure is put down to customs where the parcel would have been on time without what it stood at a border beyond 24 hours, or was last seen there. A parcel without a promised date is held to its lane’s default, 7 days after dispatch or 20 across a border.',
    zh: '近 28 天内应交付的订单行中，在承诺日期（目的地日历日）前足量送达的比例。分多个包裹送达的订单行只计一次，按最晚的承诺日期计，且每个包裹均须准时。过期未送达为失败，卖家取消也为失败。来源未提供送达数量时按足量计。若扣除超过 24 小时的清关停留即可准时，或最后出现在关境，则归因于清关。没有承诺日期的包裹按线路默认时限判定：发货后 7 天，跨境 20 天。',
  },
  formulaBeside: {
    en: 'By the day of the order: orders whose lines are all in full and on time, orders dispatched after the promised time, orders we cancelled before dispatch.',
    zh: '按下单日统计订单：全部足量准时、迟于承诺时间发货、发货前被我们取消。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 70, pass: 90, target: 98 },
  basis: 'S',
  benchmark: {
    en: 'Walmart asks US store suppliers for 98% OTIF; Amazon for over 90% on-time delivery.',
    zh: '沃尔玛要求美国门店供应商 OTIF 达 98%；亚马逊要求准时送达率高于 90%。',
  },
  windows: ['28d', 'month'],
  follows: ['shipment', 'order'],
  needs: ['shipment'],
  // A parcel without a promise counts when its lane's default is over.
  spillDays: { shipment: laneDays.far },
  waiting: ['not_due'],
  latenessDays: 14,
  dims: ['carrier', 'country', 'channel', 'cause', 'promise'],
  facts: `
    select f.*, (f.cause = 'on_time')::int as num, 1 as den
    from (
      ${promisedLines(dueShipments)}
      union all
      select o.day, 'order', o.feed_id, o.source_id || '/' || l.source_id, o.number, l.sku, null, 'none',
             coalesce(o.ship_country, 'unknown'), coalesce(o.channel, 'unknown'), 'given_by_source', null, null, l.quantity, null,
             case when o.test then 'test_order' end, 'cancelled_by_seller'
      from app.orders o
      join app.order_lines l on l.tenant_id = $1 and l.feed_id = o.feed_id and l.order_id = o.source_id and l.fee is not true
      where o.tenant_id = $1 and o.day = any($2::date[]) and o.status = 'cancelled' and o.cancelled_by = 'seller'
        and not exists (select from app.shipments s where s.tenant_id = $1 and s.order_number = o.number)
      -- What became of each line is worked out once, however often it is named above.
      offset 0
    ) f`,
  measure: ratio({
    dim: 'promise',
    assumed: {
      key: 'lane_default',
      share: 'default_promise_share',
      caveat: 'many_default_promises',
      provisionalAbove: 0.05,
      emptyAbove: 0.2,
    },
  }),
  evidence: [
    { name: 'order_number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
    { name: 'sku', title: { en: 'SKU', zh: 'SKU' }, kind: 'code' },
    { name: 'tracking_no', title: { en: 'Tracking number', zh: '运单号' }, kind: 'code' },
    { name: 'carrier', title: { en: 'Carrier', zh: '承运商' }, kind: 'text' },
    { name: 'country', title: { en: 'To', zh: '目的国' }, kind: 'country' },
    { name: 'promised_on', title: { en: 'Promised', zh: '承诺日期' }, kind: 'day' },
    { name: 'promise', title: { en: 'Promise', zh: '承诺来源' }, kind: 'text' },
    { name: 'delivered_on', title: { en: 'Delivered', zh: '送达日期' }, kind: 'day' },
    { name: 'cause', title: { en: 'Outcome', zh: '结果' }, kind: 'text' },
  ],
  beside: [
    {
      dim: 'service',
      sums: `
        select s.due as day, case when s.delivered_on is null and s.promised >= $3::date then 'not_due' else 'on_time_delivery' end as key,
               coalesce(s.delivered_on <= s.promised, false)::int as num, (s.delivered_on is not null or s.promised < $3::date)::int as den
        from (${dueShipments}) s
        left join lateral (select x.* from app.orders x where x.tenant_id = $1 and x.number = s.order_number
          order by x.feed_id, x.source_id limit 1) o on true
        where o.test is not true and (o.status = 'cancelled' and o.cancelled_by = 'buyer') is not true
        union all
        select x.day, v.key, v.num, v.den
        from (
          select placed.day, placed.status = 'cancelled' as cancelled, coalesce(placed.cancelled_by = 'seller', false) as by_seller,
                 placed.promised_ship_at, (placed.promised_ship_at at time zone 'UTC')::date >= $3::date - 1 as not_yet,
                 h.shipped_at, l.lines, l.not_due, l.perfect
          from app.orders placed
          cross join lateral (select count(*) as parcels, min(s.shipped_at) as shipped_at from app.shipments s
            where s.tenant_id = $1 and s.order_number = placed.number) h
          cross join lateral (select count(*) as lines, bool_or(coalesce(l.excluded = 'not_due', false)) as not_due,
              bool_and(l.cause = 'on_time') as perfect
            from (${promisedLines(shipmentsOf('placed'))}) l where h.parcels > 0) l
          where placed.tenant_id = $1 and placed.day = any($2::date[]) and placed.test is not true
            and not (coalesce(placed.status = 'cancelled', false) and placed.cancelled_by is distinct from 'seller')
        ) x
        cross join lateral (values
          ('seller_cancellation', (coalesce(x.cancelled, false) and x.by_seller and x.shipped_at is null)::int, 1),
          -- A cancelled order has no dispatch to be late; one that was never promised for a day cannot be late.
          (case when x.promised_ship_at is not null and not coalesce(x.cancelled, false)
             then case when x.shipped_at is null and x.not_yet then 'not_due' else 'late_shipment' end end,
           coalesce(x.shipped_at > x.promised_ship_at, not x.not_yet)::int, (x.shipped_at is not null or not x.not_yet)::int),
          (case when coalesce(x.cancelled, false) or x.lines > 0 then case when x.not_due then 'not_due' else 'perfect_order' end end,
           (x.perfect and not coalesce(x.cancelled, false))::int, (x.not_due is not true)::int)) v(key, num, den)
        where v.key is not null`,
      figures: (groups) => services.map((name) => shareOf(name, groups.get(name))),
      examples: [
        {
          what: 'parcels by parcel, the rest by order; what is not due is in none',
          groups: {
            on_time_delivery: { num: 45, den: 50, rows: 50 },
            perfect_order: { num: 30, den: 40, rows: 40 },
            late_shipment: { num: 2, den: 40, rows: 40 },
            seller_cancellation: { num: 1, den: 50, rows: 50 },
            not_due: { num: 0, den: 0, rows: 9 },
          },
          figures: [
            { name: 'on_time_delivery', value: 90, numerator: 45, denominator: 50 },
            { name: 'perfect_order', value: 75, numerator: 30, denominator: 40 },
            { name: 'late_shipment', value: 5 },
            { name: 'seller_cancellation', value: 2 },
          ],
        },
        {
          what: 'no order names when it was to be dispatched',
          groups: { on_time_delivery: { num: 45, den: 50, rows: 50 } },
          figures: [
            { value: 90 },
            { value: null },
            { name: 'late_shipment', value: null, denominator: 0 },
            { value: null },
          ],
        },
      ],
    },
  ],
  unmeasured: [
    {
      en: 'Stock, picking and address as causes of a failure: neither orders nor shipments nor tracking events have a field for why something was short, late or returned. What they tell apart is late dispatch, customs, late carrier, short, not delivered, cancelled by us.',
      zh: '失败原因中的缺货、拣货与地址问题：订单、货件与物流轨迹没有记录短缺、延误或退回原因的字段。目前可区分迟发、清关、承运商延误、数量不足、未送达、卖家取消。',
    },
    {
      en: 'Papers and condition, the other two parts of a perfect order: shipments have no field for documents in order or for damage on arrival.',
      zh: '完美订单的另外两项（单证、货况）：货件没有单证齐备与到货破损的字段。',
    },
    {
      en: 'Pieces of a line that the buyer cancelled: order lines have no field for them, so that a line is full when all that was ordered has come.',
      zh: '买家取消的部分数量：订单行没有该字段，因此须送达全部订购数量才算足量。',
    },
    {
      en: 'Your own promise by lane: there is no setting for it yet, so the default is ours.',
      zh: '企业自定的线路承诺时限：尚无该设置，因此采用我们的默认值。',
    },
  ],
  words: {
    promise: { en: 'Promise', zh: '承诺来源' },
    held_at_customs: { en: 'Held at customs', zh: '清关滞留' },
    given_by_source: { en: 'By the source', zh: '来源给出' },
    lane_default: { en: 'Lane default', zh: '线路默认' },
    default_promise_share: { en: 'Judged by the lane’s default promise', zh: '按线路默认承诺判定的占比' },
    many_default_promises: {
      en: 'Over 5% of the lines have no promised date and are judged by the lane’s default.',
      zh: '超过 5% 的订单行没有承诺日期，按线路默认值判定。',
    },
    on_time_delivery: { en: 'Parcels delivered by their promise', zh: '准时送达率（按包裹）' },
    perfect_order: { en: 'Orders in full and on time', zh: '足量且准时的订单占比' },
    late_shipment: { en: 'Orders dispatched late', zh: '迟发率' },
    seller_cancellation: { en: 'Orders cancelled by us before dispatch', zh: '发货前卖家取消率' },
  },
  minSample: 30,
  definition: 3,
  examples: [
    {
      what: '94 of 100 lines on time in full',
      groups: { given_by_source: { num: 94, den: 100, rows: 100 } },
      value: 94,
    },
    {
      what: 'a tenth of the lines is judged by the default of its lane',
      groups: { given_by_source: { num: 88, den: 90, rows: 90 }, lane_default: { num: 6, den: 10, rows: 10 } },
      value: 94,
      companions: { default_promise_share: 0.1 },
    },
    {
      what: 'nothing to say when over a fifth has no promised date',
      groups: { given_by_source: { num: 70, den: 70, rows: 70 }, lane_default: { num: 30, den: 30, rows: 30 } },
      value: null,
    },
  ],
});
