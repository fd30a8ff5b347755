import { formsOfChanged } from './key-form';
import { byNumberOfOrder } from './of-channels';
import { record } from './record';

/** A question or complaint of a customer. */
export const ticket = record({
  name: 'ticket',
  table: 'tickets',
  title: { en: 'Ticket', zh: '工单' },
  key: 'feed',
  at: ['opened_at'],
  channels: byNumberOfOrder,
  fields: {
    channel: { kind: 'text', title: { en: 'Channel', zh: '渠道' }, synonyms: ['渠道'] },
    order_number: { kind: 'text', title: { en: 'Order number', zh: '订单号' }, synonyms: ['order no', '订单号'] },
    language: { kind: 'text', title: { en: 'Language', zh: '语言' }, synonyms: ['locale', '语言'] },
    opened_at: {
      kind: 'instant',
      required: true,
      title: { en: 'Opened at', zh: '创建时间' },
      synonyms: ['created at', '创建时间'],
    },
    first_response_at: { kind: 'instant', title: { en: 'First response', zh: '首次响应' }, synonyms: ['首次响应时间'] },
    resolved_at: { kind: 'instant', title: { en: 'Resolved at', zh: '解决时间' }, synonyms: ['closed at', '解决时间'] },
    handled_by: { kind: 'choice', choices: ['bot', 'human', 'both'], title: { en: 'Handled by', zh: '处理方' } },
    reopened: { kind: 'boolean', title: { en: 'Reopened', zh: '是否重开' } },
  },
  derive(row, context) {
    row.day = context.localDay(row.opened_at as Date, context.tenantZone);
    return undefined;
  },
  touches: [
    { record: 'ticket', days: 'select c.day from c' },
    {
      record: 'process_event',
      days: `select e.day from ${formsOfChanged('source_id')} k join app.process_events e on e.tenant_id = $1 and e.case_id_form = k.form`,
    },
  ],
  indexes: [['order_number']],
  spelt: ['order_number', 'source_id'],
});
