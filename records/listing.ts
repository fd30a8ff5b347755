import { keyForm, linesSpelt } from './key-form';
import { byOwnChannel } from './of-channels';
import { record } from './record';

/** What a channel calls a product: channel SKU → master SKU. An unresolved listing has no product and stays visible. */
export const listing = record({
  name: 'listing',
  table: 'listings',
  title: { en: 'Listing', zh: '刊登' },
  key: 'feed',
  identity: ['channel', 'channel_sku'],
  at: [],
  channels: byOwnChannel,
  fields: {
    channel: { kind: 'text', required: true, title: { en: 'Channel', zh: '渠道' }, synonyms: ['shop', '店铺', '渠道'] },
    channel_sku: {
      kind: 'text',
      required: true,
      title: { en: 'Channel SKU', zh: '渠道 SKU' },
      synonyms: ['seller sku', 'listing sku', 'asin', '平台sku', '渠道sku'],
    },
    product_sku: {
      kind: 'text',
      title: { en: 'Master SKU', zh: '主 SKU' },
      synonyms: ['sku', 'product sku', '主sku', '商品编码'],
    },
  },
  touches: [
    {
      record: 'order',
      days: linesSpelt(`select ${keyForm('c.channel_sku')} from c`),
    },
  ],
  indexes: [['channel_sku'], ['product_sku']],
  spelt: ['channel_sku', 'product_sku'],
});
