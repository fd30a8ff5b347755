import { formsOfChanged } from './key-form';
import { byShipmentId } from './of-channels';
import { record } from './record';

/** A scan of a shipment at one of the seven nodes, or an exception. `shipment_id` is the shipment's source id or tracking number. */
export const trackingEvent = record({
  name: 'tracking_event',
  table: 'tracking_events',
  title: { en: 'Tracking event', zh: '物流轨迹' },
  key: 'feed',
  identity: ['shipment_id', 'node', 'code', 'occurred_at'],
  at: ['occurred_at'],
  channels: byShipmentId,
  fields: {
    shipment_id: {
      kind: 'text',
      required: true,
      title: { en: 'Shipment', zh: '货件' },
      synonyms: ['tracking number', 'shipment', '运单号'],
    },
    node: {
      kind: 'choice',
      choices: [
        'pickup',
        'export_customs',
        'departure',
        'arrival',
        'import_customs',
        'last_mile',
        'delivered',
        'exception',
      ],
      title: { en: 'Node', zh: '节点' },
      synonyms: ['status', '节点', '状态'],
    },
    code: { kind: 'text', title: { en: 'Carrier code', zh: '承运商代码' }, synonyms: ['event code', '代码'] },
    text: {
      kind: 'text',
      prose: true,
      title: { en: 'Carrier text', zh: '轨迹描述' },
      synonyms: ['description', '描述'],
    },
    place: { kind: 'text', prose: true, title: { en: 'Place', zh: '地点' }, synonyms: ['location', '地点'] },
    occurred_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Occurred at', zh: '发生时间' },
      synonyms: ['event time', 'timestamp', '时间'],
    },
  },
  derive(row, context) {
    row.day = context.localDay(row.occurred_at as Date, context.tenantZone);
    return undefined;
  },
  touches: [
    {
      record: 'shipment',
      days: `select s.day from ${formsOfChanged('shipment_id')} k join app.shipments s on s.tenant_id = $1 and s.source_id_form = k.form
             union select s.day from ${formsOfChanged('shipment_id')} k join app.shipments s on s.tenant_id = $1 and s.tracking_no_form = k.form`,
    },
    // A line that comes in several parcels counts on the day of one of them.
    {
      record: 'shipment',
      days: `select o.day from c join app.shipments s on s.tenant_id = $1 and s.source_id = c.shipment_id
               join app.shipments o on o.tenant_id = $1 and o.order_number = s.order_number
             union select o.day from c join app.shipments s on s.tenant_id = $1 and s.tracking_no = c.shipment_id
               join app.shipments o on o.tenant_id = $1 and o.order_number = s.order_number`,
    },
  ],
  indexes: [['shipment_id']],
  spelt: ['shipment_id'],
});
