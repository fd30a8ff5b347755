import { abroad, border } from './lane';

/** Hours at a border that any promise has to allow for; our own default. What a parcel stands there beyond them, customs have held it. */
const allowedHours = 24;

/** EMSEVT codes of a parcel that customs have let go. */
const released = ['EXC', 'EDC'];

/**
 * Whether customs are why shipment `s`, promised for the day `s.promised`, has failed: its lane has a border, and without the time that
 * they held it there, it would have been there as promised. A clearance that is keyed in after the parcel has gone on ended when it went
 * on; without one nothing is known of its time. One that has not come was last seen at a border, or landed and was never cleared. SQL; $1 the tenant.
 */
export const heldAtCustoms = (s: string): string => `(not ${abroad(s)} and ${border(s)} and (
  select case
    when ${s}.delivered_on is null then coalesce((e.last).node = 'arrival'
      or ((e.last).node in ('export_customs', 'import_customs') and (e.last).code in ('${released.join("','")}') is not true), false)
    else extract(epoch from greatest(coalesce(e.exported - e.presented, '0') - interval '${allowedHours} hours', '0')
      + greatest(coalesce(case when e.cleared is not null then least(e.cleared, e.went_on) end - least(e.arrived, e.declared), '0') - interval '${allowedHours} hours', '0')) >= 86400 * (${s}.delivered_on - ${s}.promised) end
  from (
    select min(v.occurred_at) filter (where v.node = 'export_customs') as presented,
           max(v.occurred_at) filter (where v.node = 'export_customs') as exported,
           min(v.occurred_at) filter (where v.node = 'arrival') as arrived,
           min(v.occurred_at) filter (where v.node = 'import_customs') as declared,
           max(v.occurred_at) filter (where v.node = 'import_customs') as cleared,
           min(v.occurred_at) filter (where v.node in ('last_mile', 'delivered')) as went_on,
           (array_agg(v order by v.occurred_at desc, v.node desc, v.feed_id, v.source_id))[1] as last
    from app.tracking_events v
    where v.tenant_id = $1 and v.shipment_id in (${s}.source_id, ${s}.tracking_no) and v.node <> 'exception') e))`;
