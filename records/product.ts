import { formsOfChanged, linesSpelt } from './key-form';
import { bySale } from './of-channels';
import { record } from './record';

/** A product of the firm; the source id is its master SKU. */
export const product = record({
  name: 'product',
  table: 'products',
  title: { en: 'Product', zh: '商品' },
  key: 'feed',
  at: [],
  channels: bySale,
  fields: {
    title: {
      kind: 'text',
      prose: true,
      title: { en: 'Title', zh: '品名' },
      synonyms: ['product name', 'description', '商品名称', '品名'],
    },
    brand: { kind: 'text', title: { en: 'Brand', zh: '品牌' }, synonyms: ['brand', '品牌'] },
    own_brand: { kind: 'boolean', title: { en: 'Own brand', zh: '自有品牌' }, synonyms: ['自有品牌'] },
    category: { kind: 'text', title: { en: 'Category', zh: '类目' }, synonyms: ['product type', '类目', '分类'] },
    hs_code: {
      kind: 'text',
      title: { en: 'HS code', zh: 'HS 编码' },
      synonyms: ['hs', 'hscode', 'tariff code', '海关编码'],
    },
    supplier: { kind: 'text', title: { en: 'Supplier', zh: '供应商' }, synonyms: ['vendor', '供应商'] },
    launched_on: { kind: 'date', title: { en: 'Launched on', zh: '上架日期' }, synonyms: ['launch date', '上架日期'] },
  },
  touches: [
    {
      record: 'order',
      days: linesSpelt(`select k.form from ${formsOfChanged('source_id')} k
             union all select i.channel_sku_form from ${formsOfChanged('source_id')} k
               join app.listings i on i.tenant_id = $1 and i.product_sku_form = k.form`),
    },
  ],
  indexes: [['source_id']],
  spelt: ['source_id'],
});
