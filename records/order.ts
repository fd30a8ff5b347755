import { formsOfChanged } from './key-form';
import { byOwnChannel } from './of-channels';
import { record } from './record';

/** The identity's unified key; without one, the login that the order itself names. */
const key = `coalesce((select i.customer_key from app.customer_identities i
  where i.tenant_id = $1 and i.feed_id = $2 and i.source_id = s.customer_id),
  'login:' || coalesce(s.channel, '') || ':' || s.customer_id)`;

/**
 * A buyer's order. `net_reporting_minor` = (gross − discount − tax) in the tenant's reporting currency, frozen at the
 * rate of the order's day in the tenant's zone. `number` is what other feeds (carriers, helpdesk) call the order.
 */
export const order = record({
  name: 'order',
  table: 'orders',
  title: { en: 'Order', zh: '订单' },
  key: 'feed',
  identity: ['number'],
  at: ['placed_at'],
  channels: byOwnChannel,
  fields: {
    number: {
      kind: 'text',
      required: true,
      title: { en: 'Order number', zh: '订单号' },
      synonyms: ['order no', 'order id', 'invoice', 'invoice no', 'order name', '订单号', '订单编号', '单号'],
    },
    channel: {
      kind: 'text',
      title: { en: 'Channel', zh: '渠道' },
      synonyms: ['shop', 'store', 'marketplace', '渠道', '店铺', '平台'],
    },
    status: {
      kind: 'choice',
      choices: ['placed', 'paid', 'shipped', 'delivered', 'cancelled'],
      title: { en: 'Status', zh: '状态' },
      synonyms: ['order status', '订单状态'],
    },
    cancelled_by: { kind: 'choice', choices: ['buyer', 'seller'], title: { en: 'Cancelled by', zh: '取消方' } },
    placed_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Placed at', zh: '下单时间' },
      synonyms: ['order date', 'created at', 'purchase date', 'invoice date', 'date', '下单时间', '订单日期', '日期'],
    },
    paid_at: { kind: 'instant', title: { en: 'Paid at', zh: '付款时间' }, synonyms: ['payment date', '付款时间'] },
    promised_ship_at: {
      kind: 'instant',
      title: { en: 'Promised to ship', zh: '承诺发货时间' },
      synonyms: ['latest ship date'],
    },
    customer_id: {
      kind: 'text',
      title: { en: 'Customer id', zh: '客户编号' },
      synonyms: ['customer', 'buyer id', 'buyer', '客户', '客户编号', '买家'],
    },
    ship_country: {
      kind: 'country',
      title: { en: 'Ship-to country', zh: '收货国家' },
      synonyms: ['country', 'shipping country', 'destination country', '国家', '收货国家'],
    },
    ship_region: {
      kind: 'text',
      title: { en: 'Ship-to region', zh: '收货地区' },
      synonyms: ['state', 'province', 'region', '省', '州'],
    },
    b2b: { kind: 'boolean', title: { en: 'B2B', zh: 'B2B 订单' } },
    test: { kind: 'boolean', title: { en: 'Test order', zh: '测试订单' } },
    touch: {
      kind: 'choice',
      choices: ['paid', 'owned', 'platform', 'direct'],
      title: { en: 'Source touch', zh: '来源触点' },
      synonyms: ['source', '流量来源'],
    },
    currency: {
      kind: 'currency',
      required: true,
      title: { en: 'Currency', zh: '币种' },
      synonyms: ['currency code', '币种', '货币'],
    },
    gross: {
      kind: 'money',
      title: { en: 'Gross', zh: '商品总额' },
      synonyms: ['subtotal', 'amount', '商品总额', '金额'],
    },
    discount: { kind: 'money', title: { en: 'Discount', zh: '折扣' }, synonyms: ['discount amount', '折扣', '优惠'] },
    shipping: {
      kind: 'money',
      title: { en: 'Shipping and fees', zh: '运费及费用' },
      synonyms: ['shipping fee', '运费'],
    },
    tax: { kind: 'money', title: { en: 'Tax', zh: '税额' }, synonyms: ['vat', 'taxes', '税', '税额'] },
    total: {
      kind: 'money',
      title: { en: 'Total', zh: '总额' },
      synonyms: ['total price', 'order total', '总额', '订单总额'],
    },
  },
  derived: {
    net_reporting_minor: 'bigint',
    fx_rate: 'numeric',
    fx_on: 'date',
    fx_source: 'text',
  },
  derive(row, context) {
    row.day = context.localDay(row.placed_at as Date, context.tenantZone);
    if (row.gross_minor == null) return undefined;
    const net = Number(row.gross_minor) - Number(row.discount_minor ?? 0) - Number(row.tax_minor ?? 0);
    const converted = context.convert(net, row.currency as string, row.day);
    if (!converted) {
      const currency = String(row.currency);
      return { code: 'fx_rate_missing', field: 'currency', value: currency, params: { currency, day: row.day } };
    }
    row.net_reporting_minor = converted.minor;
    row.fx_rate = converted.rate;
    row.fx_on = converted.on;
    row.fx_source = converted.source;
    return undefined;
  },
  settled: { customer_key: { kind: 'text', from: key } },
  touches: [
    { record: 'order', days: 'select c.day from c' },
    { record: 'order', days: 'select o.day from c join app.orders o on o.tenant_id = $1 and o.number = c.number' },
    {
      record: 'order',
      days: 'select r.day from c join app.refunds r on r.tenant_id = $1 and r.feed_id = c.feed_id and r.order_id = c.source_id',
    },
    {
      record: 'shipment',
      days: 'select s.day from c join app.shipments s on s.tenant_id = $1 and s.order_number = c.number',
    },
    {
      record: 'process_event',
      days: `select e.day from ${formsOfChanged('number')} k join app.process_events e on e.tenant_id = $1 and e.case_id_form = k.form`,
    },
    {
      record: 'ticket',
      days: `select t.day from ${formsOfChanged('number')} k join app.tickets t on t.tenant_id = $1 and t.order_number_form = k.form`,
    },
  ],
  indexes: [['number'], ['customer_key', 'placed_at'], ['feed_id', 'customer_id'], ['channel', 'day']],
  spelt: ['number'],
});
