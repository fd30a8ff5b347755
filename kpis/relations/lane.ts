import { european } from './european-union';

const union = `('${european.join("','")}')`;

/**
 * Whether the goods of shipment `s` start out in the market already, from a warehouse abroad or in the buyer's own country: then the
 * lane is the last mile only.
 */
export const abroad = (s: string): string =>
  `(coalesce(${s}.stock_place in ('overseas_warehouse', 'platform'), false) or coalesce(${s}.from_country = ${s}.to_country, false))`;

/** Whether the lane of shipment `s` crosses a customs border. An unknown country is taken for another. */
export const border = (s: string): string => `not (coalesce(${s}.from_country = ${s}.to_country, false)
  or (coalesce(${s}.from_country in ${union}, false) and coalesce(${s}.to_country in ${union}, false)))`;

/**
 * Days from dispatch to delivery that hold as promised where the source names no promise. Our own defaults: a week inside
 * one customs territory or from stock in the market, twenty days across a border.
 */
export const laneDays = { near: 7, far: 20 } as const;

/** The lane default of shipment `s`, in days. */
export const laneDefault = (s: string): string =>
  `(case when ${border(s)} and not ${abroad(s)} then ${laneDays.far} else ${laneDays.near} end)`;

/** Parcels of its own by which a lane's time is told; of fewer, the default holds. */
const fewestParcels = 30;

/**
 * The own time of lanes, in days: within so many days of dispatch nine in ten of its parcels arrived, of those of six months that
 * ended a month ago. A row (month, origin, destination, abroad, days) for each month of $2 in which a parcel is still on its way. It
 * holds for the whole month, and what is delivered today moves none that has begun (see touches of the shipment): so the days on
 * which parcels wait need not be worked out again with every delivery. SQL; $1 the tenant.
 */
export const laneTimes = `
  select m.month, h.*
  from (select distinct date_trunc('month', s.day)::date as month from app.shipments s
    where s.tenant_id = $1 and s.day = any($2::date[]) and s.delivered_at is null) m
  cross join lateral (
    select coalesce(s.from_country, '') as origin, coalesce(s.to_country, '') as destination, ${abroad('s')} as abroad,
           percentile_disc(0.9) within group (order by (s.delivered_at at time zone 'UTC')::date - (s.shipped_at at time zone 'UTC')::date) as days
    from app.shipments s
    where s.tenant_id = $1 and s.day >= (m.month - interval '7 months')::date and s.day < (m.month - interval '1 month')::date
      and s.delivered_at >= s.shipped_at
    group by 1, 2, 3 having count(*) >= ${fewestParcels}) h`;

/** Joins the own time of the lane of shipment `s` in its month, from `times`, the rows of laneTimes. */
export const onLane = (s: string, times: string): string =>
  `${times}.month = date_trunc('month', ${s}.day)::date and ${times}.origin = coalesce(${s}.from_country, '')
    and ${times}.destination = coalesce(${s}.to_country, '') and ${times}.abroad = ${abroad(s)}`;
