import { everybodys } from './of-channels';
import { record } from './record';

/**
 * Units of `currency` for one euro on a day, as the ECB publishes it. A tenant's own rates come before the shared ECB
 * ones; the last business day's rate holds on a day without one, for at most seven days.
 */
export const fxRate = record({
  name: 'fx_rate',
  table: 'fx_rates',
  title: { en: 'Exchange rate', zh: '汇率' },
  key: 'feed',
  identity: ['currency', 'on'],
  at: [],
  channels: everybodys,
  fields: {
    on: { kind: 'date', required: true, title: { en: 'Date', zh: '日期' }, synonyms: ['date', 'day', '日期'] },
    currency: { kind: 'currency', required: true, title: { en: 'Currency', zh: '币种' }, synonyms: ['币种'] },
    rate: {
      kind: 'decimal',
      required: true,
      title: { en: 'Units for one euro', zh: '每欧元单位数' },
      synonyms: ['rate', '汇率'],
    },
    source: { kind: 'text', title: { en: 'Source', zh: '来源' }, synonyms: ['来源'] },
  },
  indexes: [['currency', 'on']],
});
