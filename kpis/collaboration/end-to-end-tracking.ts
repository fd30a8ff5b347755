import { kpi } from '../kpi';
import { ratio } from '../measures/ratio';
import { european } from '../relations/european-union';

const union = `('${european.join("','")}')`;

export const endToEndTracking = kpi({
  code: 'C05',
  id: 'end-to-end-tracking',
  mechanism: 'collaboration',
  group: 'supply-chain',
  title: { en: 'End-to-end tracking', zh: '全链路节点追踪覆盖率' },
  question: { en: 'Can we see every parcel all the way?', zh: '每个包裹是否全程可见？' },
  formula: {
    en: 'Delivered shipments with all applicable nodes in order ÷ delivered shipments, over 28 days. Nodes: pickup, export customs, departure, arrival, import customs, last mile, delivered. Stock already abroad needs the last two only; lanes without a customs border need no customs nodes; up to 12 hours out of order is tolerated.',
    zh: '近 28 天已签收货件中，所有适用节点齐全且顺序正确的比例。节点：揽收、出口清关、离港、到港、进口清关、末端派送、签收。海外仓发货只需后两个节点；无关境线路不需清关节点；允许 12 小时内的时序误差。',
  },
  unit: '%',
  direction: 'higher',
  anchors: { floor: 30, pass: 80, target: 95 },
  basis: 'S',
  benchmark: {
    en: 'Amazon asks for valid tracking on 95 % of shipments; node codes after UPU EMSEVT.',
    zh: '亚马逊要求 95% 的货件有有效追踪；节点代码参照 UPU EMSEVT。',
  },
  windows: ['28d', 'month'],
  follows: ['shipment'],
  needs: ['shipment', 'tracking_event'],
  spillDays: 0,
  latenessDays: 14,
  dims: ['carrier', 'country', 'missing'],
  facts: `
    select f.*, case when f.excluded is null and f.missing = 'none' then 1 else 0 end as num, 1 as den
    from (
      select s.day, 'shipment' as record, s.feed_id, s.source_id, s.tracking_no, s.order_number,
             coalesce(s.carrier, 'unknown') as carrier, coalesce(s.to_country, 'unknown') as country,
             coalesce(s.stock_place, 'home') as stock_place, s.shipped_at as at, n.nodes, n.seen,
             case when s.delivered_at is null and n.delivered is null then 'not_delivered' end as excluded,
             case
               when not a.abroad and n.pickup is null then 'pickup'
               when not a.abroad and a.border and n.export_customs is null then 'export_customs'
               when not a.abroad and n.departure is null then 'departure'
               when not a.abroad and n.arrival is null then 'arrival'
               when not a.abroad and a.border and n.import_customs is null then 'import_customs'
               when n.last_mile is null then 'last_mile'
               when n.delivered is null and s.delivered_at is null then 'delivered'
               when (not a.abroad and (coalesce(n.export_customs < n.pickup - t.tolerance, false)
                   or coalesce(n.departure < greatest(n.pickup, n.export_customs) - t.tolerance, false)
                   or coalesce(n.arrival < n.departure - t.tolerance, false)
                   or coalesce(n.import_customs < n.arrival - t.tolerance, false)
                   or coalesce(n.last_mile < greatest(n.arrival, n.import_customs) - t.tolerance, false)))
                 or coalesce(coalesce(n.delivered, s.delivered_at) < n.last_mile - t.tolerance, false) then 'order'
               else 'none' end as missing
      from app.shipments s
      cross join (select interval '12 hours' as tolerance) t
      cross join lateral (select coalesce(s.stock_place in ('overseas_warehouse', 'platform'), false) as abroad,
        not (coalesce(s.from_country = s.to_country, false)
          or (coalesce(s.from_country in ${union}, false) and coalesce(s.to_country in ${union}, false))) as border) a
      cross join lateral (
        select string_agg(e.node, ' → ' order by e.at) as nodes, sum(e.n)::int as seen,
               max(e.at) filter (where e.node = 'pickup') as pickup,
               max(e.at) filter (where e.node = 'export_customs') as export_customs,
               max(e.at) filter (where e.node = 'departure') as departure,
               max(e.at) filter (where e.node = 'arrival') as arrival,
               max(e.at) filter (where e.node = 'import_customs') as import_customs,
               max(e.at) filter (where e.node = 'last_mile') as last_mile,
               max(e.at) filter (where e.node = 'delivered') as delivered
        from (select v.node, min(v.occurred_at) as at, count(*) as n from app.tracking_events v
              where v.tenant_id = $1 and v.shipment_id in (s.source_id, s.tracking_no) and v.node is not null
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
    { name: 'missing', title: { en: 'First missing', zh: '首个缺失' }, kind: 'text' },
    { name: 'at', title: { en: 'Shipped at', zh: '发货时间' }, kind: 'instant' },
  ],
  minSample: 30,
  definition: 1,
  examples: [
    { what: '70 of 100 parcels seen all the way', groups: { '': { num: 70, den: 100, rows: 100 } }, value: 70 },
  ],
});
