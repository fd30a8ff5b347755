import { byOrderOfFeed } from './of-channels';
import { record } from './record';

/**
 * Money given back. `order_id` is the order's source id in the same feed when the source says it. Its own day is that of
 * `refunded_at`; share KPIs restate it to the order's day when the order is known.
 */
export const refund = record({
  name: 'refund',
  table: 'refunds',
  title: { en: 'Refund', zh: '退款' },
  key: 'feed',
  at: ['refunded_at'],
  channels: byOrderOfFeed,
  fields: {
    order_id: { kind: 'text', title: { en: 'Order id', zh: '订单' }, synonyms: ['order number', '订单号'] },
    refunded_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Refunded at', zh: '退款时间' },
      synonyms: ['refund date', '退款时间', '退款日期'],
    },
    channel: { kind: 'text', title: { en: 'Channel', zh: '渠道' }, synonyms: ['shop', '渠道'] },
    country: { kind: 'country', title: { en: 'Country', zh: '国家' }, synonyms: ['国家'] },
    customer_id: { kind: 'text', title: { en: 'Customer id', zh: '客户编号' } },
    sku: { kind: 'text', title: { en: 'Channel SKU', zh: '渠道 SKU' }, synonyms: ['sku'] },
    title: { kind: 'text', prose: true, title: { en: 'Title', zh: '品名' } },
    quantity: { kind: 'decimal', title: { en: 'Quantity', zh: '数量' }, synonyms: ['qty', '数量'] },
    currency: { kind: 'currency', required: true, title: { en: 'Currency', zh: '币种' }, synonyms: ['币种'] },
    amount: {
      kind: 'money',
      required: true,
      title: { en: 'Amount', zh: '退款金额' },
      synonyms: ['refund amount', '退款金额'],
    },
    fee: { kind: 'boolean', title: { en: 'Fee, no product', zh: '费用（非商品）' } },
    reason: { kind: 'text', prose: true, title: { en: 'Reason', zh: '原因' }, synonyms: ['refund reason', '退款原因'] },
  },
  derived: { reporting_minor: 'bigint', fx_rate: 'numeric', fx_on: 'date', fx_source: 'text' },
  derive(row, context) {
    row.day = context.localDay(row.refunded_at as Date, context.tenantZone);
    const converted = context.convert(Number(row.amount_minor), row.currency as string, row.day);
    if (!converted) {
      const currency = String(row.currency);
      return { code: 'fx_rate_missing', field: 'currency', value: currency, params: { currency, day: row.day } };
    }
    row.reporting_minor = converted.minor;
    row.fx_rate = converted.rate;
    row.fx_on = converted.on;
    row.fx_source = converted.source;
    return undefined;
  },
  touches: [
    { record: 'order', days: 'select c.day from c' },
    {
      record: 'order',
      days: 'select o.day from c join app.orders o on o.tenant_id = $1 and o.feed_id = c.feed_id and o.source_id = c.order_id',
    },
  ],
  indexes: [['feed_id', 'order_id']],
});
