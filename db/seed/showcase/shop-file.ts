import { addDays, type Day, localDay } from '@/lib/day';
import { type Calendar, dayMs, zone } from './calendar';
import type { Sale } from './sales';
import { money } from './world';

export const shopHeader = [
  '订单号',
  '下单时间',
  '订单状态',
  '客户编号',
  '邮箱',
  '收货国家',
  '州',
  '币种',
  '商品编码',
  '商品名称',
  '数量',
  '单价',
  '折扣',
  '税额',
] as const;

const countries: Readonly<Record<string, string>> = {
  US: '美国',
  JP: '日本',
  GB: '英国',
  DE: '德国',
  CA: '加拿大',
  AU: '澳大利亚',
  FR: '法国',
};

/** Wall clock time in China, as the shop's export writes it. */
const local = (instant: number): string =>
  new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/');

function rowsOf(sale: Sale, calendar: Calendar): string[][] {
  const age = calendar.age(sale.placedAt);
  const status = sale.cancelledBy ? 'Cancelled' : age > 14 ? 'Delivered' : age > 2 ? 'Shipped' : 'Paid';
  const { buyer, currency } = sale;
  const order = (at: number) => [
    sale.number,
    local(at),
    status,
    buyer?.id ?? '',
    buyer ? `${buyer.id.toLowerCase()}@buyer.example` : '',
    countries[sale.country]!,
    sale.region ?? '',
    currency,
  ];
  const rows = sale.lines.map((line, i) => [
    ...order(sale.placedAt),
    line.sku,
    line.title,
    String(line.quantity),
    money(line.unitMinor, currency),
    i === 0 && sale.discountMinor ? money(sale.discountMinor, currency) : '',
    i === 0 && sale.taxMinor ? money(sale.taxMinor, currency) : '',
  ]);
  const first = sale.lines[0]!;
  // A return is a row of its own with a negative quantity, under the order's number.
  if (sale.refund)
    rows.push([
      ...order(sale.refund.at),
      first.sku,
      first.title,
      `-${first.quantity}`,
      money(first.unitMinor, currency),
      '',
      '',
    ]);
  return rows;
}

/** The mistakes of the last file: what a person typed, a place that is no country, a currency nobody has a rate for. */
function spoil(rows: string[][]): void {
  const set = (index: number, column: (typeof shopHeader)[number], value: string) => {
    const row = rows[index];
    if (row) row[shopHeader.indexOf(column)] = value;
  };
  for (const [index, value] of [
    [9, '2026/13/05 10:00:00'],
    [24, '昨天下午'],
    [61, '0000/00/00 00:00:00'],
  ] as const)
    set(index, '下单时间', value);
  for (const [index, value] of [
    [15, '亚特兰蒂斯'],
    [16, '亚特兰蒂斯'],
    [40, '待确认'],
  ] as const)
    set(index, '收货国家', value);
  for (const index of [33, 34, 52]) set(index, '币种', 'KWD');
  set(70, '数量', '两件');
}

export interface ShopFile {
  name: string;
  text: string;
}

/** Days that the last file holds again, as exports do; they change nothing. */
const overlapDays = 5;
const lastFileDays = 32;

const csv = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => row.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join('\r\n');

/** The shop's exports: all up to a month ago, and the last month with its mistakes. Rows stand by the time they happened. */
export function makeShopFiles(calendar: Calendar, sales: readonly Sale[]): ShopFile[] {
  const rows = sales
    .filter((s) => s.channel.feed === 'shop')
    .flatMap((s) => rowsOf(s, calendar))
    .sort((a, b) => (a[1]! < b[1]! ? -1 : a[1]! > b[1]! ? 1 : 0));
  const cut = (daysAgo: number) => local(calendar.until - daysAgo * dayMs);
  const history = rows.filter((r) => r[1]! < cut(lastFileDays - overlapDays));
  const recent = rows.filter((r) => r[1]! >= cut(lastFileDays)).map((r) => [...r]);
  // Only new rows are spoiled, so that the mistakes hide nothing that is already there.
  const fresh = recent.filter((r) => r[1]! >= cut(lastFileDays - overlapDays));
  spoil(fresh);
  const name = (from: Day, to: Day) => `灯港独立站订单_${from}_${to}.csv`;
  const day = (daysAgo: number) => localDay(calendar.until - daysAgo * dayMs, zone);
  const last = addDays(calendar.today, -1);
  return [
    {
      name: name(calendar.days[0]!, addDays(day(lastFileDays - overlapDays), -1)),
      text: `${csv([[...shopHeader], ...history])}\r\n`,
    },
    { name: name(day(lastFileDays), last), text: `${csv([[...shopHeader], ...recent])}\r\n` },
  ];
}

/** How the shop's file becomes records. */
export const shopMapping = {
  target: 'sales_lines',
  columns: {
    order_number: '订单号',
    placed_at: '下单时间',
    status: '订单状态',
    customer_id: '客户编号',
    email: '邮箱',
    country: '收货国家',
    region: '州',
    currency: '币种',
    sku: '商品编码',
    title: '商品名称',
    quantity: '数量',
    unit_price: '单价',
    discount: '折扣',
    tax: '税额',
  },
  constants: { channel: 'harbour-lamp-shop' },
  timezone: zone,
  dateFormat: 'yyyy/MM/dd HH:mm:ss',
  decimal: '.' as const,
};
