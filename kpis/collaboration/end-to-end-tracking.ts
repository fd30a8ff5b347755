import { kpi } from '../kpi';
import { percentile, shareOf, under } from '../measures/figures';
import { ratio } from '../measures/ratio';
import { abroad, border, laneDefault, laneTimes, onLane } from '../relations/lane';

/** In the order in which a parcel passes them: [node, whether it lies before the market, whether it is customs]. */
const nodes = [
  ['pickup', true, false],
  ['export_customs', true, true],
  ['departure', true, false],
  ['arrival', true, false],
  ['import_customs', true, true],
  ['last_mile', false, false],
  ['delivered', false, false],
] as const;

/** Hours that events may be late. Later ones, and all of a feed's first run of scans, came with a load of history and say nothing of speed. */
const latestHours = 14 * 24;

export const endToEndTracking = kpi({
  code: 'C05',
  id: 'end-to-end-tracking',
  mechanism: 'collaboration',
  group: 'supply-chain',
  title: { en: 'End-to-end tracking', zh: '全链路节点追踪覆盖率' },
  question: { en: 'Can we see every parcel all the way?', zh: '每个包裹是否全程可见？' },
  formula: {
    en: 'Delivered shipments with all applicable nodes in order ÷ delivered shipments, over 28 days. Nodes: pickup, export customs, departure, arrival, import customs, last mile, delivered. Stock already in the market, abroad or in the buyer’s own country, needs the last two only; lanes without a customs border need no customs nodes; up to 12 hours out of order is tolerated.',
    zh: '近 28 天已签收货件中，所有适用节点齐全且顺序正确的比例。节点：揽收、出口清关、离港、到港、进口清关、末端派送、签收。货物已在目的市场（海外仓或目的国境内发货）的只需后两个节点；无关境线路不需清关节点；允许 12 小时内的时序误差。',
  },
  formulaBeside: {
    en: 'A node is due when it or a later one was seen, or when the lane’s time is over. A lane’s time is the number of days from dispatch within which nine in ten of its parcels arrived, over the six months that ended a month before the parcel’s; with fewer than 30 parcels it is 7 days, or 20 across a border. Scans that came with a load of history (a feed’s first run of them, or over 14 days late) say nothing of speed.',
    zh: '出现该节点或其后节点，或超过线路时限，即视为应见。线路时限为该线路 90% 的货件从发货到签收所需的天数，取货件所属月份前一个月之前的六个月；不足 30 件时境内 7 天、跨境 20 天。历史补录的轨迹（数据源首个批次，或迟到超过 14 天）不计入时延。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 30, pass: 80, target: 95 },
  basis: 'S',
  benchmark: {
    en: 'Amazon asks for valid tracking on 95% of shipments; node codes after UPU EMSEVT.',
    zh: '亚马逊要求 95% 的货件有有效追踪；节点代码参照 UPU EMSEVT。',
  },
  windows: ['28d', 'month'],
  follows: ['shipment'],
  needs: ['shipment', 'tracking_event'],
  spillDays: 0,
  // A parcel on its way is due at its next nodes when a later one is seen, or its lane's time is over.
  waiting: ['on_the_way'],
  latenessDays: 14,
  dims: ['carrier', 'country', 'missing'],
  facts: `
    select f.*, case when f.excluded is null and f.missing = 'none' then 1 else 0 end as num, 1 as den
    from (
      select s.day, 'shipment' as record, s.feed_id, s.source_id, s.tracking_no, s.order_number,
             coalesce(s.carrier, 'unknown') as carrier, coalesce(s.to_country, 'unknown') as country,
             coalesce(s.stock_place, 'home') as stock_place, s.shipped_at as at, n.nodes, n.seen_nodes, n.unmapped, a.abroad, a.border,
             s.delivered_at is not null or n.delivered is not null as arrived,
             case when s.delivered_at is null and n.delivered is null then coalesce(t.days, ${laneDefault('s')}) end as due_days,
             coalesce((s.shipped_at at time zone 'UTC')::date + coalesce(t.days, ${laneDefault('s')}), s.day) < $3::date as overdue,
             case when s.delivered_at is null and n.delivered is null then 'not_delivered' end as excluded,
             case
               when not a.abroad and n.pickup is null then 'pickup'
               when not a.abroad and a.border and n.export_customs is null then 'export_customs'
               when not a.abroad and n.departure is null then 'departure'
               when not a.abroad and n.arrival is null then 'arrival'
               when not a.abroad and a.border and n.import_customs is null then 'import_customs'
               when n.last_mile is null then 'last_mile'
               when n.delivered is null and s.delivered_at is null then 'delivered'
               when (not a.abroad and (coalesce(n.export_customs < n.pickup - o.tolerance, false)
                   or coalesce(n.departure < greatest(n.pickup, n.export_customs) - o.tolerance, false)
                   or coalesce(n.arrival < n.departure - o.tolerance, false)
                   or coalesce(n.import_customs < n.arrival - o.tolerance, false)
                   or coalesce(n.last_mile < greatest(n.arrival, n.import_customs) - o.tolerance, false)))
                 or coalesce(coalesce(n.delivered, s.delivered_at) < n.last_mile - o.tolerance, false) then 'order'
               else 'none' end as missing
      from app.shipments s
      left join (${laneTimes}) t on ${onLane('s', 't')}
      cross join (select interval '12 hours' as tolerance) o
      cross join lateral (select ${abroad('s')} as abroad, ${border('s')} as border) a
      cross join lateral (
        select string_agg(e.node, ' → ' order by e.at) as nodes, array_agg(e.node) filter (where e.node is not null) as seen_nodes,
               max(e.codes) as unmapped,
               max(e.at) filter (where e.node = 'pickup') as pickup,
               max(e.at) filter (where e.node = 'export_customs') as export_customs,
               max(e.at) filter (where e.node = 'departure') as departure,
               max(e.at) filter (where e.node = 'arrival') as arrival,
               max(e.at) filter (where e.node = 'import_customs') as import_customs,
               max(e.at) filter (where e.node = 'last_mile') as last_mile,
               max(e.at) filter (where e.node = 'delivered') as delivered
        from (select v.node, min(v.occurred_at) as at, string_agg(distinct v.code, ', ') filter (where v.node is null) as codes
              from app.tracking_events v where v.tenant_id = $1 and v.shipment_id in (s.source_id, s.tracking_no)
              group by v.node) e) n
      where s.tenant_id = $1 and s.day = any($2::date[])
    ) f`,
  measure: ratio(),
  evidence: [
    { name: 'tracking_no', title: { en: 'Tracking number', zh: '运单号' }, kind: 'code' },
    { name: 'order_number', title: { en: 'Order', zh: '订单' }, kind: 'code' },
    { name: 'carrier', title: { en: 'Carrier', zh: '承运商' }, kind: 'text' },
    { name: 'country', title: { en: 'To', zh: '目的国' }, kind: 'country' },
    { name: 'stock_place', title: { en: 'Stock place', zh: '发货地' }, kind: 'text' },
    { name: 'nodes', title: { en: 'Nodes seen', zh: '已见节点' }, kind: 'text' },
    { name: 'unmapped', title: { en: 'Carrier codes without a node', zh: '未对应节点的承运商代码' }, kind: 'text' },
    {
      name: 'due_days',
      title: { en: 'Lane’s time in days (while on the way)', zh: '线路时限（天，在途）' },
      kind: 'number',
    },
    { name: 'missing', title: { en: 'First missing', zh: '首个缺失' }, kind: 'text' },
    { name: 'at', title: { en: 'Shipped at', zh: '发货时间' }, kind: 'instant' },
  ],
  beside: [
    {
      dim: 'node',
      // A node is due once it or a later one was seen, the parcel has arrived, or its lane's time is over; a lost parcel stays in.
      sums: `
        select f.day, v.node as key, (coalesce(v.node = any(f.seen_nodes), false) or (v.node = 'delivered' and f.arrived))::int as num, 1 as den
        from f cross join (values ${nodes.map(([node, far, customs], n) => `('${node}', ${n}, ${far}, ${customs})`).join(', ')}) v(node, n, far, customs)
        where not (f.abroad and v.far) and (f.border or not v.customs)
          and (f.arrived or f.overdue or coalesce(f.seen_nodes && (array['${nodes.map(([node]) => node).join("','")}'])[v.n + 1:], false))
        union all
        select f.day, 'on_the_way', 0, 0 from f where not f.arrived and not f.overdue`,
      figures(groups) {
        const covered = nodes.flatMap(([node]) =>
          groups.has(node) ? [shareOf('node_coverage', groups.get(node), { key: node })] : [],
        );
        const known = covered.flatMap(({ value }) => (value === null ? [] : [value]));
        const mean = known.length ? known.reduce((a, b) => a + b, 0) / known.length : null;
        const things = { en: 'nodes', zh: '节点' };
        return [{ name: 'mean_node_coverage', value: mean, unit: '%', sample: known.length, things }, ...covered];
      },
      examples: [
        {
          what: 'the mean is over the nodes that enough parcels were due at',
          groups: {
            pickup: { num: 90, den: 100, rows: 100 },
            departure: { num: 30, den: 60, rows: 60 },
            delivered: { num: 1, den: 2, rows: 2 },
          },
          figures: [
            { name: 'mean_node_coverage', value: 70, sample: 2 },
            { name: 'node_coverage', key: 'pickup', value: 90, numerator: 90, denominator: 100 },
            { name: 'node_coverage', key: 'departure', value: 50 },
            { name: 'node_coverage', key: 'delivered', value: null, denominator: 2 },
          ],
        },
      ],
    },
    {
      dim: 'hours',
      sums: `
        select e.day, e.key, count(*) as num, count(*) as den from (
          select h.day, 'latency ' || greatest(0, ceil(extract(epoch from h.latency) / 3600))::int as key from (
            select f.day, e.ingested_at - e.occurred_at as latency
            from f join app.tracking_events e on e.tenant_id = $1 and e.shipment_id in (f.source_id, f.tracking_no)
            where e.run_id is distinct from (select r.id from app.runs r where r.tenant_id = $1 and r.feed_id = e.feed_id and r.mapping ->> 'target' = 'tracking_event'
              order by r.created_at, r.id limit 1)) h
          where h.latency <= interval '${latestHours} hours'
          union all
          select h.day, 'gap ' || ceil(extract(epoch from max(h.gap)) / 3600)::int from (
            select f.day, f.feed_id, f.source_id,
                   e.occurred_at - lag(e.occurred_at) over (partition by f.feed_id, f.source_id order by e.occurred_at) as gap
            from f join app.tracking_events e on e.tenant_id = $1 and e.shipment_id in (f.source_id, f.tracking_no)) h
          group by h.day, h.feed_id, h.source_id having max(h.gap) is not null) e
        group by e.day, e.key`,
      figures: (groups) => [
        { ...percentile('event_latency_p90', under('latency ', groups), 0.9), things: { en: 'scans', zh: '轨迹' } },
        { ...percentile('silent_gap_p90', under('gap ', groups), 0.9), things: { en: 'parcels', zh: '货件' } },
      ],
      examples: [
        {
          what: 'nine in ten events are here within 12 hours, nine in ten parcels are never silent for over 60',
          groups: {
            'latency 2': { num: 50, den: 50, rows: 1 },
            'latency 12': { num: 40, den: 40, rows: 1 },
            'latency 30': { num: 10, den: 10, rows: 1 },
            'gap 24': { num: 20, den: 20, rows: 1 },
            'gap 60': { num: 8, den: 8, rows: 1 },
            'gap 200': { num: 2, den: 2, rows: 1 },
          },
          figures: [
            { name: 'event_latency_p90', value: 12, unit: 'hours', sample: 100 },
            { name: 'silent_gap_p90', value: 60, unit: 'hours', sample: 30 },
          ],
        },
        {
          what: 'of 29 events nothing is said',
          groups: { 'latency 2': { num: 29, den: 29, rows: 1 } },
          figures: [{ name: 'event_latency_p90', value: null, sample: 29 }],
        },
      ],
    },
  ],
  words: {
    node: { en: 'Node', zh: '节点' },
    node_coverage: { en: 'Parcels seen at the node, of those due', zh: '节点覆盖率（已见 ÷ 应见）' },
    mean_node_coverage: { en: 'Mean coverage of the nodes', zh: '节点平均覆盖率' },
    event_latency_p90: { en: 'Nine in ten scans are here within', zh: '90% 的轨迹在此时间内到达系统（P90）' },
    silent_gap_p90: { en: 'Longest silence of a parcel, nine in ten within', zh: '单件最长静默时间（P90）' },
  },
  minSample: 30,
  definition: 3,
  examples: [
    { what: '70 of 100 parcels seen all the way', groups: { '': { num: 70, den: 100, rows: 100 } }, value: 70 },
  ],
});
