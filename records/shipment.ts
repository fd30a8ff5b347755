import { formsOfChanged } from './key-form';
import { byNumberOfOrder } from './of-channels';
import { record } from './record';
import { zoneOfCountry } from './zone-of-country';

/** A parcel or consignment. Promise and delivery are compared as calendar dates at the destination. */
export const shipment = record({
  name: 'shipment',
  table: 'shipments',
  title: { en: 'Shipment', zh: '货件' },
  key: 'feed',
  identity: ['tracking_no'],
  at: ['promised_deliver_at', 'shipped_at'],
  channels: byNumberOfOrder,
  fields: {
    order_number: {
      kind: 'text',
      title: { en: 'Order number', zh: '订单号' },
      synonyms: ['order no', 'order id', 'po', 'po / so #', '订单号'],
    },
    sku: { kind: 'text', title: { en: 'SKU (one line only)', zh: 'SKU（仅一行）' }, synonyms: ['item', 'sku'] },
    channel: { kind: 'text', title: { en: 'Channel', zh: '渠道' }, synonyms: ['渠道'] },
    carrier: {
      kind: 'text',
      title: { en: 'Carrier', zh: '承运商' },
      synonyms: ['carrier', 'vendor', '承运商', '物流商'],
    },
    service: {
      kind: 'text',
      title: { en: 'Service', zh: '服务' },
      synonyms: ['shipment mode', 'service level', '物流方式'],
    },
    tracking_no: {
      kind: 'text',
      title: { en: 'Tracking number', zh: '运单号' },
      synonyms: ['tracking', 'asn/dn #', '运单号', '跟踪号'],
    },
    from_country: {
      kind: 'country',
      title: { en: 'From country', zh: '发货国' },
      synonyms: ['origin country', '发货国'],
    },
    to_country: {
      kind: 'country',
      title: { en: 'To country', zh: '目的国' },
      synonyms: ['country', 'destination country', '目的国'],
    },
    stock_place: {
      kind: 'choice',
      choices: ['home', 'overseas_warehouse', 'platform'],
      title: { en: 'Stock place', zh: '发货地类型' },
      synonyms: ['发货仓'],
    },
    customs_mode: {
      kind: 'choice',
      choices: ['9610', '9710', '9810', '1210', '0110'],
      title: { en: 'Customs mode', zh: '监管方式' },
      synonyms: ['监管方式'],
    },
    shipped_at: { kind: 'instant', title: { en: 'Shipped at', zh: '发货时间' }, synonyms: ['ship date', '发货时间'] },
    promised_deliver_at: {
      kind: 'instant',
      title: { en: 'Promised delivery', zh: '承诺送达' },
      synonyms: ['promised date', 'scheduled delivery date', 'estimated delivery', '承诺送达'],
    },
    delivered_at: {
      kind: 'instant',
      title: { en: 'Delivered at', zh: '送达时间' },
      synonyms: ['delivery date', 'delivered to client date', '签收时间', '送达时间'],
    },
    delivered_quantity: { kind: 'decimal', title: { en: 'Delivered quantity', zh: '送达数量' } },
    weight_grams: { kind: 'integer', title: { en: 'Weight (g)', zh: '重量（克）' } },
    currency: { kind: 'currency', title: { en: 'Freight currency', zh: '运费币种' } },
    freight: { kind: 'money', title: { en: 'Freight', zh: '运费' } },
  },
  derived: { promised_on: 'date', delivered_on: 'date' },
  derive(row, context) {
    const zone = zoneOfCountry(row.to_country as string | null) ?? context.tenantZone;
    const placed = (row.promised_deliver_at ?? row.shipped_at) as Date | null;
    if (!placed) return { code: 'date_missing', field: 'promised_deliver_at' };
    row.day = context.localDay(placed, context.tenantZone);
    row.promised_on = row.promised_deliver_at ? context.localDay(row.promised_deliver_at as Date, zone) : null;
    row.delivered_on = row.delivered_at ? context.localDay(row.delivered_at as Date, zone) : null;
    return undefined;
  },
  touches: [
    { record: 'shipment', days: 'select c.day from c' },
    {
      record: 'shipment',
      days: 'select s.day from c join app.shipments s on s.tenant_id = $1 and s.order_number = c.order_number',
    },
    // A lane's deliveries tell how long its parcels take in the months after the next (laneTimes of kpis/relations/lane.ts); that
    // concerns those that are still on their way. Of this and the last month's deliveries there are none.
    {
      record: 'shipment',
      days: `
        select s.day
        from (select distinct x.day, coalesce(x.from_country, '') as origin, coalesce(x.to_country, '') as destination
          from app.shipments x where x.tenant_id = $1 and x.delivered_at is null
            and x.day >= (select (date_trunc('month', min(c.day)) + interval '2 months')::date from c where c.delivered_at is not null)) s
        join (select distinct date_trunc('month', c.day) as month, coalesce(c.from_country, '') as origin,
            coalesce(c.to_country, '') as destination from c where c.delivered_at is not null) h
          on h.origin = s.origin and h.destination = s.destination
            and s.day >= (h.month + interval '2 months')::date and s.day < (h.month + interval '8 months')::date`,
    },
    {
      record: 'order',
      days: `select o.day from ${formsOfChanged('order_number')} k join app.orders o on o.tenant_id = $1 and o.number_form = k.form`,
    },
    {
      record: 'process_event',
      days: `select e.day from ${formsOfChanged('source_id', 'tracking_no')} k
             join app.process_events e on e.tenant_id = $1 and e.case_id_form = k.form`,
    },
  ],
  indexes: [['order_number'], ['source_id'], ['tracking_no']],
  spelt: ['order_number', 'source_id', 'tracking_no'],
});
