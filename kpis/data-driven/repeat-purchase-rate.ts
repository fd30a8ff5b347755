import { addDays, type Day, firstOfNextMonth } from '../../lib/day';
import { type Beside, kpi } from '../kpi';
import { shareOf } from '../measures/figures';
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

/** Days within which first-time buyers may have bought again. */
const againWithin = [90, 180, 365] as const;

/** Months of first-time buyers that are shown: this one and the same a year ago. */
const cohortsShown = 13;

/** For first-time buyers of each month, the share who bought again in time. Until all of them had that time it may still grow. */
const cohorts = (days: number): Beside => {
  const name = `again_${days}`;
  return {
    dim: name,
    over: 'history',
    figures: (groups, { at }) =>
      [...groups]
        .filter(([month]) => month <= at.slice(0, 7))
        .sort(([a], [b]) => (a < b ? 1 : -1))
        .slice(0, cohortsShown)
        .map(([month, group]) =>
          shareOf(name, group, {
            key: month,
            provisional: at < addDays(firstOfNextMonth(`${month}-01` as Day), days - 1),
          }),
        ),
    examples: [
      {
        what: 'newest first; a month is provisional until its last buyer has had the time',
        groups: { '2024-01': { num: 12, den: 40, rows: 0 }, '2025-06': { num: 3, den: 30, rows: 0 } },
        context: { at: '2025-07-15' },
        figures: [
          { name, key: '2025-06', value: 10, numerator: 3, denominator: 30, provisional: true },
          { name, key: '2024-01', value: 30, numerator: 12, denominator: 40, provisional: false },
        ],
      },
      {
        what: 'on the last day of the time of its last buyer it is settled',
        groups: { '2024-01': { num: 12, den: 40, rows: 0 } },
        context: { at: addDays('2024-01-31', days) },
        figures: [{ name, value: 30, provisional: false }],
      },
      {
        what: 'of 29 buyers nothing is said',
        groups: { '2024-01': { num: 12, den: 29, rows: 0 } },
        figures: [{ name, value: null, numerator: 12, denominator: 29 }],
      },
    ],
  };
};

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
  formulaBeside: {
    en: 'First-time buyers of each month: a buyer’s first qualifying order in our records, and whether the next came in time.',
    zh: '各月首购客户：以记录中的首笔有效订单为准，看其是否在期限内再次购买。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 10, pass: 20, target: 35 },
  basis: 'V',
  benchmark: {
    en: 'Yotpo (a vendor): about 15% of online shoppers come back. The category matters more: compare with last year.',
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
             coalesce(o.disqualified, case when o.customer_key is null then 'no_customer'
                                           when o.before >= o.placed_at - interval '24 hours' then 'within_24_hours' end) as excluded
      from (
        -- One look at the orders in their order: one for each of them would be a look at all of a busy buyer's.
        select q.*, lag(q.placed_at) over (partition by q.customer_key, q.ship_country, q.ship_region, q.disqualified is null
                                           order by q.placed_at, q.feed_id, q.source_id) as before
        from (select o.*, ${disqualified('o')} as disqualified from app.orders o where o.tenant_id = $1
          and o.day = any(array(select distinct d - n from unnest($2::date[]) d, generate_series(0, 2) n)) offset 0) q) o
      where o.day = any($2::date[])
    ) f`,
  measure: repeat({ days: 365, againWithin }),
  evidence: [
    { name: 'entity', title: { en: 'Customer', zh: '客户' }, kind: 'code' },
    { name: 'number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
    { name: 'channel', title: { en: 'Channel', zh: '渠道' }, kind: 'text' },
    { name: 'country', title: { en: 'Country', zh: '国家' }, kind: 'country' },
    { name: 'at', title: { en: 'Placed at', zh: '下单时间' }, kind: 'instant' },
    { name: 'net', title: { en: 'Net', zh: '净额' }, kind: 'minor' },
  ],
  beside: [
    {
      dim: 'customer_key',
      sums: `select f.day, case when f.entity is null then 'without' else 'with' end as key, 0 as num, 1 as den
             from f where f.excluded is null or f.excluded in ('no_customer', 'within_24_hours')`,
      figures: (groups) => {
        const [without, all] = [
          groups.get('without')?.den ?? 0,
          [...groups.values()].reduce((sum, g) => sum + g.den, 0),
        ];
        return [shareOf('no_customer_share', { num: without, den: all, rows: all })];
      },
      examples: [
        {
          what: '25 of 100 orders name nobody',
          groups: { with: { num: 0, den: 75, rows: 75 }, without: { num: 0, den: 25, rows: 25 } },
          figures: [{ name: 'no_customer_share', value: 25, numerator: 25, denominator: 100 }],
        },
      ],
    },
    ...againWithin.map(cohorts),
  ],
  words: {
    no_customer_share: { en: 'Orders without a customer', zh: '无客户标识的订单占比' },
    again_90: { en: 'Bought again within 90 days', zh: '90 天内复购' },
    again_180: { en: 'Within 180 days', zh: '180 天内复购' },
    again_365: { en: 'Within 365 days', zh: '365 天内复购' },
  },
  minSample: 30,
  definition: 3,
  examples: [
    { what: '27 of 100 customers came back', groups: { '': { num: 27, den: 100, rows: 0 } }, value: 27 },
    { what: 'no customers', groups: {}, value: null },
  ],
});
