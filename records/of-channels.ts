/** Conditions on rows by the channels they belong to; `$channels` is an array of channels' ids, $1 the tenant. */

const among = '= any($channels)';

/** The row names its channel itself. */
export const byOwnChannel = 'r.channel = any($channels)';

/** The row hangs on an order of the same feed, and is of its channel; without that order, of its own. */
export const byOrderOfFeed = `coalesce((select o.channel from app.orders o
  where o.tenant_id = $1 and o.feed_id = r.feed_id and o.source_id = r.order_id), r.channel) ${among}`;

/** The row names an order by the number that every feed knows it by; of several, the one that the KPIs take. */
const byOrderNumber = (row: string) => `coalesce((select o.channel from app.orders o
  where o.tenant_id = $1 and o.number = ${row}.order_number order by o.feed_id, o.source_id limit 1), ${row}.channel) ${among}`;

export const byNumberOfOrder = byOrderNumber('r');

/** Every shipment that the id or tracking number may mean. */
const byShipments = (
  id: string,
) => `coalesce((select bool_and(coalesce(${byOrderNumber('s')}, false)) from app.shipments s
  where s.tenant_id = $1 and (s.source_id = ${id} or s.tracking_no = ${id})), false)`;

export const byShipmentId = byShipments('r.shipment_id');

/** The order, shipment or ticket that a case is; other cases belong to no channel. */
export const byCase = `case r.case_kind
  when 'order' then coalesce((select bool_and(coalesce(o.channel ${among}, false)) from app.orders o
    where o.tenant_id = $1 and o.number = r.case_id), false)
  when 'shipment' then ${byShipments('r.case_id')}
  when 'ticket' then coalesce((select bool_and(coalesce(${byOrderNumber('t')}, false)) from app.tickets t
    where t.tenant_id = $1 and t.source_id = r.case_id), false)
  else false end`;

/** The product is listed, or was sold, on the channel. */
export const bySale = `(exists (select from app.listings i where i.tenant_id = $1 and i.product_sku = r.source_id and i.channel ${among})
  or exists (select from app.order_lines l where l.tenant_id = $1 and l.sku = r.source_id and l.channel ${among}))`;

/** The row says nothing of any channel. */
export const everybodys = '$channels is not null';
