import { byOrderOfFeed } from './of-channels';
import { record } from './record';

/** The orders of the changed lines, which are far fewer. */
const ofOrders = `(select distinct feed_id, order_id from c) l
  join app.orders o on o.tenant_id = $1 and o.feed_id = l.feed_id and o.source_id = l.order_id`;

/** A line of an order, of the same feed as the order. Its day is the order's. `amount` = quantity × unit price. */
export const orderLine = record({
  name: 'order_line',
  table: 'order_lines',
  title: { en: 'Order line', zh: '订单行' },
  key: 'feed',
  identity: ['order_id', 'line_no'],
  at: ['placed_at'],
  channels: byOrderOfFeed,
  fields: {
    order_id: {
      kind: 'text',
      required: true,
      title: { en: 'Order id', zh: '订单' },
      synonyms: ['order number', '订单号'],
    },
    line_no: { kind: 'integer', title: { en: 'Line number', zh: '行号' }, synonyms: ['line', '行号'] },
    placed_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Order placed at', zh: '下单时间' },
      synonyms: ['order date'],
    },
    channel: { kind: 'text', title: { en: 'Channel', zh: '渠道' }, synonyms: ['shop', '渠道'] },
    sku: {
      kind: 'text',
      required: true,
      title: { en: 'Channel SKU', zh: '渠道 SKU' },
      synonyms: ['sku', 'stock code', 'item code', 'product code', 'seller sku', '商品编码', '货号'],
    },
    title: {
      kind: 'text',
      prose: true,
      title: { en: 'Title', zh: '品名' },
      synonyms: ['description', 'product name', '品名', '商品名称'],
    },
    quantity: {
      kind: 'decimal',
      required: true,
      title: { en: 'Quantity', zh: '数量' },
      synonyms: ['qty', '数量', '件数'],
    },
    unit_price: {
      kind: 'decimal',
      required: true,
      title: { en: 'Unit price', zh: '单价' },
      synonyms: ['price', '单价', '价格'],
    },
    currency: {
      kind: 'currency',
      required: true,
      title: { en: 'Currency', zh: '币种' },
      synonyms: ['currency code', '币种'],
    },
    amount: { kind: 'money', title: { en: 'Amount', zh: '金额' }, synonyms: ['line total', '小计'] },
    discount: { kind: 'money', title: { en: 'Discount', zh: '折扣' }, synonyms: ['discount amount', '折扣'] },
    tax: { kind: 'money', title: { en: 'Tax', zh: '税额' }, synonyms: ['vat', '税额'] },
    fee: { kind: 'boolean', title: { en: 'Fee, no product', zh: '费用（非商品）' } },
  },
  derive(row, context) {
    row.day = context.localDay(row.placed_at as Date, context.tenantZone);
    return undefined;
  },
  touches: [
    {
      record: 'order',
      days: `select c.day from c union select o.day from ${ofOrders}`,
    },
    {
      record: 'shipment',
      days: `select s.day from ${ofOrders} join app.shipments s on s.tenant_id = $1 and s.order_number = o.number`,
    },
  ],
  indexes: [['feed_id', 'order_id'], ['sku']],
});
