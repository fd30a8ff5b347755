import { heldAtCustoms } from './customs';
import { laneDays, laneDefault } from './lane';

/**
 * Shipments with the day on which they count (`due`) and the date at the destination by which they must be there (`promised`):
 * the source's promise or, where it names none, the lane's default after dispatch.
 */
const promised = (given: string, defaulted: string) => `
  select s.*, s.day as due, s.promised_on as promised, 'given_by_source' as promise from app.shipments s
  where s.tenant_id = $1 and s.promised_on is not null and ${given}
  union all
  select s.*, s.day + ${laneDefault('s')}, s.day + ${laneDefault('s')}, 'lane_default' from app.shipments s
  where s.tenant_id = $1 and s.promised_on is null and ${defaulted}`;

/** Shipments that count on the days $2. */
export const dueShipments = promised(
  's.day = any($2::date[])',
  `s.day = any(array(select d - n from unnest($2::date[]) d, (values (${laneDays.near}), (${laneDays.far})) v(n)))
    and s.day + ${laneDefault('s')} = any($2::date[])`,
);

/** Shipments of one order, the row `of` of app.orders around it. */
export const shipmentsOf = (of: string): string => {
  const its = `s.order_number = ${of}.number`;
  return promised(its, its);
};

/**
 * Order lines promised, by their shipments: what became of each (`cause`) and whether it may be judged (`excluded`). A line
 * that comes in several parcels counts once, with the one promised last; a parcel without known lines is a line itself.
 */
export const promisedLines = (shipments: string): string => `
  select s.due as day, 'shipment' as record, s.feed_id, s.source_id || coalesce('/' || l.source_id, '') as source_id,
         s.order_number, coalesce(l.sku, s.sku) as sku, s.tracking_no, coalesce(s.carrier, 'unknown') as carrier,
         coalesce(s.to_country, 'unknown') as country, coalesce(o.channel, s.channel, 'unknown') as channel, s.promise,
         s.promised as promised_on, case when not coalesce(p.undelivered, false) then coalesce(p.delivered_on, s.delivered_on) end as delivered_on,
         l.quantity, coalesce(p.quantity, s.delivered_quantity) as delivered_quantity,
         case when o.test then 'test_order'
              when o.status = 'cancelled' and o.cancelled_by = 'buyer' then 'cancelled_by_buyer'
              when coalesce(p.undelivered, s.delivered_on is null) and s.promised >= $3::date then 'not_due' end as excluded,
         case when coalesce(p.undelivered, s.delivered_on is null)
                then case when coalesce(p.stuck, ${heldAtCustoms('s')}) then 'held_at_customs' else 'not_delivered' end
              when coalesce(p.late, s.delivered_on > s.promised)
                then case when coalesce(p.held, ${heldAtCustoms('s')}) then 'held_at_customs'
                          when coalesce(p.shipped_at, s.shipped_at) > o.promised_ship_at then 'late_dispatch' else 'late_carrier' end
              when p.quantity < (select sum(q.quantity) from app.order_lines q where q.tenant_id = $1
                and q.feed_id = l.feed_id and q.order_id = l.order_id and q.fee is not true and (p.whole or q.sku = l.sku)) then 'short'
              else 'on_time' end as cause
  from (${shipments}) s
  left join lateral (select x.* from app.orders x where x.tenant_id = $1 and x.number = s.order_number
    order by x.feed_id, x.source_id limit 1) o on true
  left join app.order_lines l on l.tenant_id = $1 and l.feed_id = o.feed_id and l.order_id = o.source_id and l.fee is not true
    and (s.sku is null or l.sku = s.sku)
  left join lateral (
    select (array_agg(x.feed_id || '/' || x.source_id order by x.promised desc, x.day desc, x.feed_id, x.source_id))[1] as last,
           bool_or(x.delivered_on is null) as undelivered, bool_or(x.delivered_on > x.promised) as late,
           case when bool_and(x.delivered_on is not null) then max(x.delivered_on) end as delivered_on,
           max(x.shipped_at) filter (where x.delivered_on > x.promised) as shipped_at,
           case when bool_and(x.delivered_quantity is not null) then sum(x.delivered_quantity) end as quantity,
           bool_or(x.sku is null) as whole,
           bool_or(case when x.delivered_on is null and x.promised < $3::date then ${heldAtCustoms('x')} end) as stuck,
           bool_or(case when x.delivered_on > x.promised then ${heldAtCustoms('x')} end) as held
    from (select y.*, coalesce(y.promised_on, y.day + ${laneDefault('y')}) as promised from app.shipments y
      where l.source_id is not null and y.tenant_id = $1 and y.order_number = s.order_number
        and (y.sku is null or y.sku = l.sku)) x) p on true
  where coalesce(p.last = s.feed_id || '/' || s.source_id, true)`;
