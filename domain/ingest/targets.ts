import { records } from '@/records/catalogue';
import { customerIdentity } from '@/records/customer-identity';
import { order } from '@/records/order';
import { orderLine } from '@/records/order-line';
import type { Field, RecordDeclaration, Title } from '@/records/record';

/** What a file can be mapped to: a record, or a flat file that becomes several. */
export interface Target {
  name: string;
  title: Title;
  fields: Readonly<Record<string, Field>>;
  /** The record whose rows these are; null for a composite. */
  record: RecordDeclaration | null;
}

const sourceFields = (r: RecordDeclaration): Record<string, Field> => ({
  source_id: {
    kind: 'text',
    required: !r.identity,
    title: r.name === 'product' ? { en: 'SKU', zh: 'SKU' } : { en: 'Id in the source', zh: '来源编号' },
    synonyms:
      r.name === 'product' ? ['sku', 'product code', 'stock code', '商品编码', '货号', 'id'] : ['id', `${r.name} id`],
  },
  source_updated_at: {
    kind: 'instant',
    title: { en: 'Updated at', zh: '更新时间' },
    synonyms: ['updated at', 'last modified'],
  },
});

const { placed_at, channel, status, ship_country, ship_region, customer_id } = order.fields as Record<string, Field>;
const { sku, title, quantity, unit_price, currency, discount, tax } = orderLine.fields as Record<string, Field>;

/** One row per order line with the order's fields repeated: the commonest upload. */
const salesLines: Target = {
  name: 'sales_lines',
  title: { en: 'Sales, one row per order line', zh: '销售明细（每行一个商品）' },
  record: null,
  fields: {
    order_number: order.fields.number!,
    placed_at: placed_at!,
    channel: { ...channel!, required: true },
    status: status!,
    customer_id: customer_id!,
    email: customerIdentity.fields.email!,
    country: ship_country!,
    region: ship_region!,
    currency: currency!,
    sku: sku!,
    title: title!,
    quantity: quantity!,
    unit_price: unit_price!,
    discount: discount!,
    tax: tax!,
  },
};

export const targets: readonly Target[] = [
  salesLines,
  ...records.map((r) => ({ name: r.name, title: r.title, record: r, fields: { ...sourceFields(r), ...r.fields } })),
];

export const findTarget = (name: string): Target | undefined => targets.find((t) => t.name === name);
