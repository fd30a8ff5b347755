import { addDays, type Day } from '@/lib/day';
import { demoDays } from './calendar';
import { randomFor } from './random';
import { type ChannelId, type ChannelPlan, channels } from './world';

export interface Product {
  sku: string;
  title: string;
  category: string;
  /** List price in US dollars. */
  price: number;
  launchedOn: Day;
  hsCode: string;
  supplier: string;
  ownBrand: boolean;
}

const kinds = [
  { category: 'desk lamp', hsCode: '940521', price: [29, 79] },
  { category: 'camping lantern', hsCode: '940542', price: [19, 59] },
  { category: 'string lights', hsCode: '940531', price: [12, 35] },
  { category: 'night light', hsCode: '940521', price: [9, 25] },
  { category: 'wall lamp', hsCode: '940511', price: [35, 95] },
  { category: 'spare battery', hsCode: '850760', price: [8, 22] },
] as const;
const looks = [
  'Amber',
  'Birch',
  'Copper',
  'Dusk',
  'Ember',
  'Fern',
  'Granite',
  'Harbour',
  'Indigo',
  'Jade',
  'Linen',
  'Moss',
  'Opal',
  'Pebble',
  'Reed',
];

/** Ninety products, a few of them new in each month. */
export function makeProducts(today: Day): Product[] {
  const random = randomFor('products');
  return kinds.flatMap((kind, k) =>
    looks.map((look, i) => ({
      sku: `HL-${k + 1}${String(i + 1).padStart(2, '0')}`,
      title: `${look} ${kind.category}`,
      category: kind.category,
      price: random.int(kind.price[0], kind.price[1]) + 0.99,
      launchedOn: addDays(today, -(i < 10 ? demoDays + 30 * i + 20 : 45 * (15 - i) + random.int(0, 30))),
      hsCode: kind.hsCode,
      supplier: `Workshop ${'ABCDE'[random.int(0, 4)]}`,
      ownBrand: random.chance(0.7),
    })),
  );
}

/** What a channel calls a product. The firm's own shop uses the firm's SKU. */
export const channelSku = (channel: ChannelPlan, product: Product): string =>
  channel.id === 'harbour-lamp-shop' ? product.sku : `${prefix[channel.id]}${product.sku.slice(3)}`;

const prefix: Record<ChannelId, string> = {
  'amazon-us': 'B0HLUS',
  'amazon-de': 'B0HLDE',
  aliexpress: '100500',
  'tiktok-gb': 'TT17',
  'harbour-lamp-shop': '',
};

/** Share of a channel's listings that nobody has tied to a product: the social shop was opened in a hurry. */
const untied: Readonly<Partial<Record<ChannelId, number>>> = { 'tiktok-gb': 0.78, aliexpress: 0.3, 'amazon-de': 0.06 };

export interface Listing {
  channel: ChannelId;
  channelSku: string;
  productSku: string | null;
}

export function makeListings(products: readonly Product[]): Listing[] {
  const random = randomFor('listings');
  return channels
    .filter((c) => c.id !== 'harbour-lamp-shop')
    .flatMap((c) =>
      products.map((p) => ({
        channel: c.id,
        channelSku: channelSku(c, p),
        productSku: random.chance(untied[c.id] ?? 0.01) ? null : p.sku,
      })),
    );
}
